import { type Box, boxesIn } from './boxes.ts'
import { type Extent, itemsIn, placesOfItems } from './heic-items.ts'

/** Boxes of a file, and of its list of items, that a still picture is shown by (ISO/IEC 14496-12, 23008-12). */
const OF_FILE: ReadonlySet<string> = new Set(['ftyp', 'meta', 'mdat'])
const OF_LIST: ReadonlySet<string> = new Set([
  ...['hdlr', 'pitm', 'iinf', 'iloc', 'iprp', 'iref', 'idat', 'ipro', 'dinf', 'grpl'],
])
/** Items that are pixels, or say how pixels are put together. Exif, XMP and what nobody knows are others. */
const PIXELS: ReadonlySet<string> = new Set([
  ...['hvc1', 'hev1', 'lhv1', 'av01', 'avc1', 'jpeg', 'grid', 'iden', 'iovl', 'tmap'],
])
const MOST_BOXES = 200

/**
 * A HEIC with nothing but zeros where Exif, XMP and other words stood: nothing moves, since its lists say at which byte
 * of the file each thing is. Which way up it is stands elsewhere, and stays. Undefined where its lists cannot be followed.
 */
export function bareHeic(bytes: Buffer): readonly Buffer[] | undefined {
  const boxes = boxesIn(bytes, [0, bytes.length], MOST_BOXES)
  const meta = boxes?.find(({ type }) => type === 'meta')
  const lists = meta && boxesIn(bytes, [meta.body + 4, meta.to], MOST_BOXES)
  const items = lists && itemsIn(bytes, lists)
  if (!boxes || !lists || !items?.some(({ type }) => PIXELS.has(type))) return undefined
  const words = wordsOf(bytes, [...boxes, ...lists], items)
  if (!words) return undefined
  const bare = Buffer.from(bytes)
  for (const { from, to } of words) bare.fill(0, from, to)
  for (const box of boxes) if (!OF_FILE.has(box.type)) empty(bare, box)
  for (const box of lists) if (!OF_LIST.has(box.type)) empty(bare, box)
  return [bare]
}

/** Where all lies that is not pixels; undefined where that is not where such things lie. */
function wordsOf(
  bytes: Buffer,
  boxes: readonly Box[],
  items: NonNullable<ReturnType<typeof itemsIn>>,
): readonly Extent[] | undefined {
  const known = placesOfItems(bytes, boxes)
  const homes = boxes.filter(({ type }) => type === 'mdat' || type === 'idat')
  const words: Extent[] = []
  let size = 0
  for (const { id, type } of items) {
    if (PIXELS.has(type)) continue
    const extents = known?.get(id)
    if (!extents?.every((one) => homes.some((home) => isIn(one, home)))) return undefined
    size += extents.reduce((sum, { from, to }) => sum + to - from, 0)
    // More than there is: the same bytes again and again.
    if (size > bytes.length) return undefined
    words.push(...extents)
  }
  return words
}

function isIn({ from, to }: Extent, home: Box): boolean {
  return from >= home.body && to <= home.to
}

/** A box of that length in which nothing is. */
function empty(bytes: Buffer, { from, body, to }: Box): void {
  bytes.write('free', from + 4, 'latin1')
  bytes.fill(0, body, to)
}
