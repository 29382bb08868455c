/** Where Exif says which way up a picture is, and how long the shortest Exif is that says no more: bytes. */
const ORIENTATION = 0x0112
const SHORT = 3
const LENGTH = 26

/**
 * Which way up a picture is by its Exif (a TIFF header and what follows): 2 to 8; undefined where it is as it lies, or
 * where nothing readable is said. The bytes are never fewer than those of `exifSaying`.
 */
export function orientationIn(exif: Buffer): number | undefined {
  const order = exif.toString('latin1', 0, 4)
  const isSmallFirst = order === 'II*\0'
  if (exif.length < LENGTH || !(isSmallFirst || order === 'MM\0*')) return undefined
  const read16 = (at: number) => (isSmallFirst ? exif.readUInt16LE(at) : exif.readUInt16BE(at))
  const list = isSmallFirst ? exif.readUInt32LE(4) : exif.readUInt32BE(4)
  if (list < 8 || list + 2 > exif.length) return undefined
  const end = Math.min(list + 2 + read16(list) * 12, exif.length - 4)
  for (let at = list + 2; at + 12 <= end; at += 12)
    if (read16(at) === ORIENTATION && read16(at + 2) === SHORT) return turnOrNone(read16(at + 8))
  return undefined
}

function turnOrNone(value: number): number | undefined {
  return value > 1 && value < 9 ? value : undefined
}

/** Exif that says which way up a picture is, and nothing else. */
export function exifSaying(orientation: number): Buffer {
  const exif = Buffer.alloc(LENGTH)
  exif.write('MM\0*', 'latin1')
  exif.writeUInt32BE(8, 4)
  exif.writeUInt16BE(1, 8)
  exif.writeUInt16BE(ORIENTATION, 10)
  exif.writeUInt16BE(SHORT, 12)
  exif.writeUInt32BE(1, 14)
  exif.writeUInt16BE(orientation, 18)
  return exif
}
