import { exifSaying, orientationIn } from './orientation.ts'
import { MOST_PARTS, type Part, whatStays } from './parts.ts'

const [SOI, EOI, SOS, APP0, APP1, APP2, APP14] = [0xd8, 0xd9, 0xda, 0xe0, 0xe1, 0xe2, 0xee]
const EXIF = 'Exif\0\0'

/** Known by its marker. */
type Segment = Part<number>

/**
 * A JPEG without what the camera wrote (ITU-T T.81, JFIF, Exif): of its segments those stay that the pixels are made of,
 * its colour profile, and which way up it is. What stands behind its end goes: other pictures, and films. Pieces in
 * order; undefined where it cannot be read up to its first scan.
 */
export function bareJpeg(bytes: Buffer): readonly Buffer[] | undefined {
  const segments = segmentsOf(bytes)
  if (!segments.some(({ is }) => is === SOS || is === EOI)) return undefined
  return [bytes.subarray(0, 2), ...whatStays(segments, isOfPixels, turnOf)]
}

function segmentsOf(bytes: Buffer): readonly Segment[] {
  const segments: Segment[] = []
  let at = 2
  while (segments.length < MOST_PARTS) {
    at = markerFrom(bytes, at)
    const segment = segmentAt(bytes, at)
    if (!segment) break
    segments.push(segment)
    if (segment.is === EOI) break
    at += segment.bytes.length
  }
  return segments
}

/** With what is compressed behind it, where that is so. Undefined: it does not fit, or is another picture's beginning. */
function segmentAt(bytes: Buffer, at: number): Segment | undefined {
  const is = bytes[at + 1]
  if (is === undefined || is === SOI) return undefined
  if (is === EOI) return { is, bytes: bytes.subarray(at, at + 2) }
  const length = at + 4 > bytes.length ? 0 : bytes.readUInt16BE(at + 2)
  const end = at + 2 + length
  if (length < 2 || end > bytes.length) return undefined
  return { is, bytes: bytes.subarray(at, is === SOS ? markerFrom(bytes, end) : end) }
}

/**
 * Where the next marker is that has a segment or ends something; the length where there is none. Among compressed pixels
 * no FF stands but those that are no marker, or say where to begin anew.
 */
function markerFrom(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const marker = bytes[at + 1]
    if (marker !== undefined && marker > 1 && marker !== 0xff && !isRestart(marker)) return at
  }
  return bytes.length
}

function isRestart(marker: number): boolean {
  return marker >= 0xd0 && marker <= 0xd7
}

/** Frames, tables and scans; and of the applications' own segments those that say how the numbers become colours. */
function isOfPixels({ is, bytes }: Segment): boolean {
  const says = (words: string) => bytes.toString('latin1', 4, 4 + words.length) === words
  if (is === APP0) return says('JFIF\0')
  if (is === APP2) return says('ICC_PROFILE\0')
  if (is === APP14) return says('Adobe')
  return is >= 0xc0 && is <= 0xdf
}

function turnOf({ is, bytes }: Segment): Buffer | undefined {
  if (is !== APP1 || bytes.toString('latin1', 4, 10) !== EXIF) return undefined
  const orientation = orientationIn(bytes.subarray(10))
  if (orientation === undefined) return undefined
  const exif = exifSaying(orientation)
  const head = Buffer.from([0xff, APP1, 0, 2 + EXIF.length + exif.length])
  return Buffer.concat([head, Buffer.from(EXIF, 'latin1'), exif])
}
