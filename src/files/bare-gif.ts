import { MOST_PARTS, type Part, whatStays } from './parts.ts'

const [IMAGE, EXTENSION, END] = [0x2c, 0x21, 0x3b]
const [COMMENT, APPLICATION] = [0xfe, 0xff]
/** Applications' own blocks that pixels are shown by: how often a film is shown again, and the colour profile. */
const OF_PIXELS: ReadonlySet<string> = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0', 'ICCRGBG1012'])

/** Known by its first byte. */
type Block = Part<number>

/**
 * A GIF without remarks and without what programs wrote into it (GIF89a): XMP is such a block. What stands behind its end
 * goes. Pieces in order; undefined where there is neither a picture nor an end.
 */
export function bareGif(bytes: Buffer): readonly Buffer[] | undefined {
  const first = 13 + coloursAt(bytes, 10)
  const blocks = blocksOf(bytes, first)
  if (!blocks.some(({ is }) => is !== EXTENSION)) return undefined
  return [bytes.subarray(0, first), ...whatStays(blocks, isOfPixels, () => undefined)]
}

function blocksOf(bytes: Buffer, first: number): readonly Block[] {
  const blocks: Block[] = []
  for (let at = first; blocks.length < MOST_PARTS; ) {
    const is = bytes[at]
    if (is !== IMAGE && is !== EXTENSION && is !== END) break
    const end = is === END ? at + 1 : blockEnd(bytes, at)
    blocks.push({ is, bytes: bytes.subarray(at, end) })
    if (is === END) break
    at = end
  }
  return blocks
}

/** Bytes of the table of colours that a byte of flags says follows. */
function coloursAt(bytes: Buffer, at: number): number {
  const flags = bytes[at] ?? 0
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0
}

/** What is in a block comes in smaller ones, each with its length before it; an empty one is the last. */
function blockEnd(bytes: Buffer, from: number): number {
  let at = bytes[from] === IMAGE ? from + 11 + coloursAt(bytes, from + 9) : from + 2
  for (let length = bytes[at]; length; length = bytes[at]) at += length + 1
  return at + 1
}

function isOfPixels({ is, bytes }: Block): boolean {
  const label = bytes[1]
  if (is !== EXTENSION || label !== APPLICATION) return is !== EXTENSION || label !== COMMENT
  return OF_PIXELS.has(bytes.toString('latin1', 3, 14))
}
