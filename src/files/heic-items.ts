import { type Box, boxesIn } from './boxes.ts'

interface Item {
  readonly id: number
  readonly type: string
}

/** A passage of the file. */
export interface Extent {
  readonly from: number
  readonly to: number
}

/** Lists of pictures are short: bytes, and items. */
const LONGEST_LIST = 256 * 1024
const MOST_ITEMS = 5000

/** What a HEIC's list says that it holds (`iinf`); undefined where it cannot be read. Items of an old list have no type. */
export function itemsIn(bytes: Buffer, boxes: readonly Box[]): readonly Item[] | undefined {
  const list = listIn(boxes, 'iinf')
  if (!list) return undefined
  const first = list.body + (bytes[list.body] === 0 ? 6 : 8)
  return boxesIn(bytes, [first, list.to], MOST_ITEMS)?.map(({ body, to }) => {
    const version = bytes[body]
    const ofId = version === 3 ? 4 : 2
    const at = body + 6 + ofId
    const isTyped = (version === 2 || version === 3) && at + 4 <= to
    return {
      id: numberAt(bytes, body + 4, ofId),
      type: isTyped ? bytes.toString('latin1', at, at + 4) : '',
    }
  })
}

/**
 * Where items lie (`iloc`), by id; those are left out that lie in another file, or of which that is not said. Undefined
 * where it cannot be read.
 */
export function placesOfItems(
  bytes: Buffer,
  boxes: readonly Box[],
): ReadonlyMap<number, readonly Extent[]> | undefined {
  const list = listIn(boxes, 'iloc')
  if (!list) return undefined
  const reader = readerOf(bytes, list)
  const sizes = readSizes(reader)
  if (!sizes) return undefined
  const found = new Map<number, readonly Extent[]>()
  for (let left = reader.next(sizes.id); left > 0 && !reader.isOver(); left--) {
    const id = reader.next(sizes.id)
    const origin = originOf(reader.next(sizes.method) & 15, boxes)
    const isHere = reader.next(2) === 0
    const extents = readExtents(reader, origin, sizes)
    if (isHere && extents.every(({ from, to }) => to >= from)) found.set(id, extents)
  }
  return reader.isOver() ? undefined : found
}

/** How many bytes each number has. */
type Sizes = Readonly<Record<'id' | 'method' | 'offset' | 'length' | 'base' | 'index', number>>

function readSizes(reader: Reader): Sizes | undefined {
  const version = reader.next(1)
  reader.next(3)
  const [first, second] = [reader.next(1), reader.next(1)]
  const [offset, length, base, index] = [first >> 4, first & 15, second >> 4, second & 15]
  const areKnown = [offset, length, base, index].every((size) => [0, 4, 8].includes(size))
  if (!areKnown || length === 0) return undefined
  const isNewer = version > 0
  const id = version < 2 ? 2 : 4
  return { id, method: isNewer ? 2 : 0, offset, length, base, index: isNewer ? index : 0 }
}

type Reader = ReturnType<typeof readerOf>

/** Numbers one after another; NaN beyond the end. */
function readerOf(bytes: Buffer, { body, to }: Box) {
  let at = body
  return {
    next(size: number): number {
      at += size
      return at > to ? Number.NaN : numberAt(bytes, at - size, size)
    },
    isOver: () => at > to,
  }
}

/** Offsets count from the item's own base. */
function readExtents(reader: Reader, origin: number, sizes: Sizes): readonly Extent[] {
  const start = origin + reader.next(sizes.base)
  const extents: Extent[] = []
  for (let left = reader.next(2); left > 0 && !reader.isOver(); left--) {
    reader.next(sizes.index)
    const from = start + reader.next(sizes.offset)
    extents.push({ from, to: from + reader.next(sizes.length) })
  }
  return extents
}

/** Where offsets count from: the beginning of the file, or of `idat`. */
function originOf(method: number, boxes: readonly Box[]): number {
  if (method === 0) return 0
  const inside = method === 1 ? boxes.find(({ type }) => type === 'idat') : undefined
  return inside?.body ?? Number.NaN
}

function listIn(boxes: readonly Box[], name: string): Box | undefined {
  const list = boxes.find(({ type }) => type === name)
  return list && list.to - list.body <= LONGEST_LIST ? list : undefined
}

function numberAt(bytes: Buffer, at: number, size: number): number {
  let value = 0
  for (let place = at; place < at + size; place++)
    value = value * 256 + (bytes[place] ?? Number.NaN)
  return value
}
