import { listAt, numbersOf, type TiffEntry, type TiffList } from './tiff-lists.ts'

/** Entries that say where pixels are, and how they are shown (TIFF 6.0; 34675 is the colour profile). */
const OF_PIXELS: ReadonlySet<number> = new Set([
  ...[254, 255, 256, 257, 258, 259, 262, 263, 264, 265, 266, 273, 274, 277, 278, 279, 280, 281],
  ...[282, 283, 284, 290, 291, 292, 293, 296, 297, 301, 317, 318, 319, 320, 321, 322, 323, 324],
  ...[325, 330, 332, 336, 338, 339, 340, 341, 342, 347, 512, 513, 514, 515, 517, 518, 519, 520],
  ...[521, 529, 530, 531, 532, 34675],
])
const [STRIPS, TILES, SUB_PICTURES] = [273, 324, 330]
/** Entries that lead to lists of the camera's: Exif, GPS, and what goes with them. */
const TO_LISTS: ReadonlySet<number> = new Set([34665, 34853, 40965])
const MOST_LISTS = 50

/**
 * A TIFF whose lists hold only what its pixels are shown by, with zeros where the rest stood: nothing moves, since its lists
 * say at which byte of the file each thing is. Undefined where no pixels are found.
 */
export function bareTiff(bytes: Buffer): readonly Buffer[] | undefined {
  if (bytes.length < 8) return undefined
  const lists = listsFrom(bytes, [numbersOf(bytes).read32(4)], (tag) => tag === SUB_PICTURES)
  const isOfPixels = ({ tag }: TiffEntry) => OF_PIXELS.has(tag)
  const entries = lists.flatMap((list) => list.entries)
  if (!entries.some(({ tag }) => tag === STRIPS || tag === TILES)) return undefined
  const bare = Buffer.from(bytes)
  const words = entries.filter((entry) => !isOfPixels(entry))
  // Once over the whole file at most: lists may say the same place again and again.
  let left = bytes.length
  for (const { from, to } of placesOf(bytes, words)) {
    left -= to - from
    if (left < 0) return undefined
    bare.fill(0, from, to)
  }
  for (const list of lists) writeList(bare, bytes, list, list.entries.filter(isOfPixels))
  return [bare]
}

/** The lists at these places, those that follow them, and those that entries of some tags lead to; each of them once. */
function listsFrom(
  bytes: Buffer,
  starts: readonly number[],
  leads: (tag: number) => boolean,
): readonly TiffList[] {
  const found = new Map<number, TiffList>()
  const open = [...starts]
  while (open.length > 0 && found.size < MOST_LISTS) {
    const at = open.pop() ?? 0
    const list = found.has(at) ? undefined : listAt(bytes, at)
    if (!list) continue
    found.set(at, list)
    open.push(numbersOf(bytes).read32(list.nextAt))
    open.push(...list.entries.flatMap(({ tag, numbers }) => (leads(tag) ? numbers : [])))
  }
  return [...found.values()]
}

/** Where the values of entries are, and the camera's lists that they lead to, with all that is in these. */
function placesOf(
  bytes: Buffer,
  words: readonly TiffEntry[],
): readonly { readonly from: number; readonly to: number }[] {
  const leads = (tag: number) => TO_LISTS.has(tag)
  const starts = words.flatMap(({ tag, numbers }) => (leads(tag) ? numbers : []))
  const lists = listsFrom(bytes, starts, leads)
  const values = [...words, ...lists.flatMap(({ entries }) => entries)].flatMap(
    ({ value }) => value ?? [],
  )
  return [
    ...values.filter(({ from, to }) => from < to),
    ...lists.map(({ at, nextAt }) => ({ from: at, to: nextAt + 4 })),
  ]
}

/** The list with these entries only, in its old place; zeros behind it. */
function writeList(
  bare: Buffer,
  bytes: Buffer,
  { at, nextAt }: TiffList,
  kept: readonly TiffEntry[],
): void {
  let end = at + 2
  numbersOf(bare).write16(kept.length, at)
  for (const entry of kept) end += bytes.copy(bare, end, entry.at, entry.at + 12)
  end += bytes.copy(bare, end, nextAt, nextAt + 4)
  bare.fill(0, end, nextAt + 4)
}
