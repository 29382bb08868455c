/** An entry of a TIFF's list: where it stands, what it is, and where its value is. */
export interface TiffEntry {
  readonly at: number
  readonly tag: number
  /** Where the value is when it does not fit into the entry: bytes from the beginning of the file. */
  readonly value?: { readonly from: number; readonly to: number }
  /** The first numbers of the value: offsets, in entries that lead to other lists. */
  readonly numbers: readonly number[]
}

export interface TiffList {
  readonly at: number
  readonly entries: readonly TiffEntry[]
  /** Where the offset of the next list stands. */
  readonly nextAt: number
}

/** Reads and writes the numbers of a file in its own order. */
export interface TiffNumbers {
  read16(at: number): number
  read32(at: number): number
  write16(value: number, at: number): void
}

const [LONG, LIST] = [4, 13]
/** Bytes of a value of each type, from 1. */
const SIZES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4]
/** Lists have a few dozen entries; of one that leads to other lists so many are followed. */
const MOST_ENTRIES = 1000
const MOST_NUMBERS = 20

export function numbersOf(bytes: Buffer): TiffNumbers {
  const isSmallFirst = bytes.toString('latin1', 0, 2) === 'II'
  return {
    read16: (at) => (isSmallFirst ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at)),
    read32: (at) => (isSmallFirst ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at)),
    write16: (value, at) =>
      void (isSmallFirst ? bytes.writeUInt16LE(value, at) : bytes.writeUInt16BE(value, at)),
  }
}

/** A list of entries (TIFF 6.0, section 2); undefined where it does not fit into the file, or is far too long. */
export function listAt(bytes: Buffer, at: number): TiffList | undefined {
  if (at < 8 || at + 2 > bytes.length) return undefined
  const count = numbersOf(bytes).read16(at)
  const nextAt = at + 2 + 12 * count
  if (nextAt + 4 > bytes.length || count > MOST_ENTRIES) return undefined
  const entries: TiffEntry[] = []
  for (let one = at + 2; one < nextAt; one += 12) entries.push(entryAt(bytes, one))
  return { at, entries, nextAt }
}

function entryAt(bytes: Buffer, at: number): TiffEntry {
  const { read16, read32 } = numbersOf(bytes)
  const [tag, type, count] = [read16(at), read16(at + 2), read32(at + 4)]
  const size = (SIZES[type] ?? 1) * count
  const from = size > 4 ? read32(at + 8) : at + 8
  const leads = (type === LONG || type === LIST) && from + size <= bytes.length
  const numbers = leads ? Math.min(count, MOST_NUMBERS) : 0
  return {
    at,
    tag,
    ...(size > 4 && { value: { from, to: Math.min(from + size, bytes.length) } }),
    numbers: Array.from({ length: numbers }, (_, index) => read32(from + 4 * index)),
  }
}
