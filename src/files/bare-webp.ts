import { exifSaying, orientationIn } from './orientation.ts'
import { MOST_PARTS, type Part, whatStays } from './parts.ts'

const PIXELS: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'ANMF'])
/** Transparency, frames, the colour profile, and what the file says that it holds. */
const OF_PIXELS: ReadonlySet<string> = new Set([...PIXELS, 'VP8X', 'ALPH', 'ANIM', 'ICCP'])
/** Bits of the first byte of `VP8X`. */
const [HAS_EXIF, HAS_XMP] = [0x08, 0x04]
const HEAD = 12

/** Known by its type. */
type Chunk = Part<string>

/**
 * A WebP without Exif and XMP (RFC 9649); which way up it is stays, and what the file says of itself is true again. What
 * stands behind its end goes. Pieces in order; undefined where there are no pixels to be found.
 */
export function bareWebp(bytes: Buffer): readonly Buffer[] | undefined {
  const chunks = chunksOf(bytes)
  if (!chunks.some(({ is }) => PIXELS.has(is))) return undefined
  const hasTurn = chunks.some((chunk) => turnOf(chunk) !== undefined)
  const stays = whatStays(
    chunks.map((chunk) => (chunk.is === 'VP8X' ? saying(chunk, hasTurn) : chunk)),
    ({ is }) => OF_PIXELS.has(is),
    turnOf,
  )
  const head = Buffer.from(bytes.subarray(0, HEAD))
  const size = stays.reduce((sum, { length }) => sum + length, HEAD - 8)
  head.writeUInt32LE(size, 4)
  return [head, ...stays]
}

function chunksOf(bytes: Buffer): readonly Chunk[] {
  const chunks: Chunk[] = []
  const end = Math.min(bytes.length, 8 + bytes.readUInt32LE(4))
  let at = HEAD
  while (at + 8 <= end && chunks.length < MOST_PARTS) {
    const length = bytes.readUInt32LE(at + 4)
    // Chunks begin at even places.
    const next = at + 8 + length + (length % 2)
    const is = bytes.toString('latin1', at, at + 4)
    chunks.push({ is, bytes: bytes.subarray(at, Math.min(next, end)) })
    at = next
  }
  return chunks
}

function turnOf({ is, bytes }: Chunk): Buffer | undefined {
  if (is !== 'EXIF') return undefined
  const isNamed = bytes.toString('latin1', 8, 14) === 'Exif\0\0'
  const orientation = orientationIn(bytes.subarray(isNamed ? 14 : 8))
  if (orientation === undefined) return undefined
  const exif = exifSaying(orientation)
  const head = Buffer.from('EXIF\0\0\0\0')
  head.writeUInt32LE(exif.length, 4)
  return Buffer.concat([head, exif])
}

function saying({ is, bytes }: Chunk, hasExif: boolean): Chunk {
  const said = Buffer.from(bytes)
  const flags = said[8]
  if (flags !== undefined) said[8] = (flags & ~(HAS_EXIF | HAS_XMP)) | (hasExif ? HAS_EXIF : 0)
  return { is, bytes: said }
}
