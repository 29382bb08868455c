import { crc32 } from 'node:zlib'
import { exifSaying, orientationIn } from './orientation.ts'
import { MOST_PARTS, type Part, whatStays } from './parts.ts'

/** Chunks that say how pixels are shown (PNG, third edition): transparency, colours, size, frames. */
const OF_PIXELS: ReadonlySet<string> = new Set([
  ...['tRNS', 'cHRM', 'gAMA', 'iCCP', 'sBIT', 'sRGB', 'cICP', 'mDCV', 'cLLI', 'bKGD', 'hIST'],
  ...['pHYs', 'sPLT', 'acTL', 'fcTL', 'fdAT'],
])
const SIGNATURE = 8

/** Known by its type. */
type Chunk = Part<string>

/**
 * A PNG without words, times and Exif; which way up it is stays. What stands behind its end goes. Pieces in order;
 * undefined where there are no pixels to be found.
 */
export function barePng(bytes: Buffer): readonly Buffer[] | undefined {
  const chunks = chunksOf(bytes)
  if (chunks[0]?.is !== 'IHDR' || !chunks.some(({ is }) => is === 'IDAT')) return undefined
  return [bytes.subarray(0, SIGNATURE), ...whatStays(chunks, isOfPixels, turnOf)]
}

function chunksOf(bytes: Buffer): readonly Chunk[] {
  const chunks: Chunk[] = []
  let at = SIGNATURE
  while (at + 8 <= bytes.length && chunks.length < MOST_PARTS) {
    const length = bytes.readUInt32BE(at)
    const is = bytes.toString('latin1', at + 4, at + 8)
    if (!/^[A-Za-z]{4}$/u.test(is) || (is === 'IEND' && length > 0)) break
    chunks.push({ is, bytes: bytes.subarray(at, at + 12 + length) })
    if (is === 'IEND') break
    at += 12 + length
  }
  return chunks
}

/** A capital at the beginning says that nobody can show the picture without it. */
function isOfPixels({ is }: Chunk): boolean {
  return /^[A-Z]/u.test(is) || OF_PIXELS.has(is)
}

function turnOf({ is, bytes }: Chunk): Buffer | undefined {
  if (is !== 'eXIf') return undefined
  const orientation = orientationIn(bytes.subarray(8, -4))
  if (orientation === undefined) return undefined
  const exif = exifSaying(orientation)
  const turn = Buffer.alloc(12 + exif.length)
  turn.writeUInt32BE(exif.length, 0)
  turn.write(is, 4, 'latin1')
  exif.copy(turn, 8)
  turn.writeUInt32BE(crc32(turn.subarray(4, 8 + exif.length)), 8 + exif.length)
  return turn
}
