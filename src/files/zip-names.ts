/** Reads so many bytes at a place. */
type ReadAt = (at: number, length: number) => Promise<Buffer>

const END = Buffer.from('PK\x05\x06', 'latin1')
const ENTRY = 0x02014b50
/** The end of a ZIP file's list, with the longest remark behind it. */
const LONGEST_END = 22 + 65_535
/** A document has a few dozen entries; a list that is longer is nobody's letter. */
const MOST = 5000
const LONGEST_LIST = 1024 * 1024

/**
 * Names of what a ZIP file holds, from its list alone: nothing is unpacked. Undefined where the list cannot be read, is
 * too long, or is not where the file says.
 */
export async function namesInZip(
  readAt: ReadAt,
  size: number,
): Promise<readonly string[] | undefined> {
  const length = Math.min(size, LONGEST_END)
  const tail = await readAt(size - length, length)
  const end = tail.lastIndexOf(END)
  if (end < 0 || tail.length - end < 22) return undefined
  const count = tail.readUInt16LE(end + 10)
  const listSize = tail.readUInt32LE(end + 12)
  const listAt = tail.readUInt32LE(end + 16)
  if (count > MOST || listSize > LONGEST_LIST || listAt + listSize > size) return undefined
  return namesIn(await readAt(listAt, listSize), count)
}

function namesIn(list: Buffer, count: number): readonly string[] | undefined {
  const names: string[] = []
  let at = 0
  for (let entry = 0; entry < count; entry++) {
    if (at + 46 > list.length || list.readUInt32LE(at) !== ENTRY) return undefined
    const name = list.readUInt16LE(at + 28)
    const more = list.readUInt16LE(at + 30) + list.readUInt16LE(at + 32)
    names.push(list.toString('utf8', at + 46, at + 46 + name))
    at += 46 + name + more
  }
  return names
}
