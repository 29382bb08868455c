import { bareGif } from './bare-gif.ts'
import { bareHeic } from './bare-heic.ts'
import { bareJpeg } from './bare-jpeg.ts'
import { barePng } from './bare-png.ts'
import { bareTiff } from './bare-tiff.ts'
import { bareWebp } from './bare-webp.ts'

type Bare = (bytes: Buffer) => readonly Buffer[] | undefined

const BY_TYPE: ReadonlyMap<string, Bare> = new Map([
  ['jpg', bareJpeg],
  ['png', barePng],
  ['webp', bareWebp],
  ['gif', bareGif],
  ['heic', bareHeic],
  ['tif', bareTiff],
])

/** Whether files of a kind hold what a camera or a program wrote beside the pixels, and can be kept without it. */
export function canBeBare(type: string): boolean {
  return BY_TYPE.has(type)
}

/**
 * A picture without what its camera wrote into it: place, device, times, words, smaller pictures (R-WEB-23). Nothing is
 * packed anew: what pixels are made of stays byte for byte. Pieces in order, together never longer than the file;
 * undefined: it begins like a picture, and cannot be followed.
 */
export function bareOf(type: string, bytes: Buffer): readonly Buffer[] | undefined {
  return BY_TYPE.get(type)?.(bytes)
}
