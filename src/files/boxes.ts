/** A box of an ISO base media file: where it begins, where what is in it begins, and where it ends. */
export interface Box {
  readonly type: string
  readonly from: number
  readonly body: number
  readonly to: number
}

/** Boxes one after another (ISO/IEC 14496-12, 4.2); undefined where one does not fit, or where they are more than `most`. */
export function boxesIn(
  bytes: Buffer,
  [from, to]: readonly [number, number],
  most: number,
): readonly Box[] | undefined {
  const boxes: Box[] = []
  for (let at = from; at < to; ) {
    const box = boxes.length < most ? boxAt(bytes, at, to) : undefined
    if (!box) return undefined
    boxes.push(box)
    at = box.to
  }
  return boxes
}

function boxAt(bytes: Buffer, from: number, end: number): Box | undefined {
  const short = from + 8 > end ? undefined : bytes.readUInt32BE(from)
  const body = from + (short === 1 ? 16 : 8)
  if (short === undefined || body > end) return undefined
  const length = short === 1 ? Number(bytes.readBigUInt64BE(from + 8)) : short || end - from
  const to = from + length
  if (to > end || to < body) return undefined
  return { type: bytes.toString('latin1', from + 4, from + 8), from, body, to }
}
