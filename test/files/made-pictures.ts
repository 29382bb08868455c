import { crc32 } from 'node:zlib'

/** Pictures as cameras and programs write them, part by part; what is shown in them is nothing but numbers. */

const latin = (text: string) => Buffer.from(text, 'latin1')

/** What a camera says of where and when: none of it may stay. */
export const PLACE = 'Ysgol-Dyffryn-51.4816N-3.1791W'

/** Exif with a place, and with which way up the picture is: 1 to 8. */
export function exifOf(orientation: number, order: 'II' | 'MM' = 'MM'): Buffer {
  const isBig = order === 'MM'
  const number = (value: number, bytes: number) => {
    const buffer = Buffer.alloc(bytes)
    if (isBig) buffer.writeUIntBE(value, 0, bytes)
    else buffer.writeUIntLE(value, 0, bytes)
    return buffer
  }
  const place = latin(PLACE)
  const entry = (tag: number, type: number, count: number, value: Buffer) =>
    Buffer.concat([number(tag, 2), number(type, 2), number(count, 4), value])
  return Buffer.concat([
    latin(isBig ? 'MM\0*' : 'II*\0'),
    number(8, 4),
    number(2, 2),
    entry(0x010f, 2, place.length, number(38, 4)),
    entry(0x0112, 3, 1, Buffer.concat([number(orientation, 2), Buffer.alloc(2)])),
    number(0, 4),
    place,
  ])
}

/** A segment of a JPEG. */
export function segment(marker: number, body: Buffer): Buffer {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(body.length + 2)
  return Buffer.concat([Buffer.from([0xff, marker]), length, body])
}

export const JFIF: Buffer = segment(0xe0, latin('JFIF\0\x01\x01\0\0\x01\0\x01\0\0'))
export const COLOURS: Buffer = segment(0xe2, latin('ICC_PROFILE\0\x01\x01 colours'))
export const ADOBE: Buffer = segment(0xee, latin('Adobe\0\x64\0\0\0\0\x02'))
/** Tables, a frame, and two scans with markers in them that begin anew. */
export const SCANS: Buffer = Buffer.concat([
  segment(0xdb, Buffer.alloc(65, 7)),
  segment(0xc2, latin('\x08\0\x08\0\x08\x01\x01\x11\0')),
  segment(0xc4, Buffer.alloc(20, 1)),
  segment(0xda, latin('\x01\x01\0\0\x3f\0')),
  latin('pixels\xff\0more\xff\xd0and\xff\xd7more'),
  segment(0xc4, Buffer.alloc(20, 2)),
  segment(0xda, latin('\x01\x01\0\0\x3f\0')),
  latin('last pixels\xff\0'),
])
export const EOI: Buffer = latin('\xff\xd9')

export function exifSegment(exif: Buffer): Buffer {
  return segment(0xe1, Buffer.concat([latin('Exif\0\0'), exif]))
}

export function jpegOf(...segments: readonly Buffer[]): Buffer {
  return Buffer.concat([latin('\xff\xd8'), ...segments])
}

/** As a telephone takes it: where, with what, a smaller picture and a film behind it. */
export const PHOTO: Buffer = jpegOf(
  JFIF,
  exifSegment(exifOf(6)),
  segment(0xe1, latin(`http://ns.adobe.com/xap/1.0/\0<x>${PLACE}</x>`)),
  segment(0xed, latin(`Photoshop 3.0\0${PLACE}`)),
  segment(0xe2, latin(`MPF\0${PLACE}`)),
  COLOURS,
  segment(0xfe, latin(PLACE)),
  SCANS,
  EOI,
  jpegOf(exifSegment(exifOf(6)), SCANS, EOI),
  latin(`ftypmp42${PLACE}`),
)
/** What of it is pixels, and is told about them. */
export const PHOTO_PARTS: readonly Buffer[] = [JFIF, COLOURS, SCANS]

/** A chunk of a PNG. */
export function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([latin(type), body])
  const around = Buffer.alloc(8)
  around.writeUInt32BE(body.length)
  around.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([around.subarray(0, 4), named, around.subarray(4)])
}

export function pngOf(...chunks: readonly Buffer[]): Buffer {
  return Buffer.concat([latin('\x89PNG\r\n\x1a\n'), ...chunks])
}

export const IHDR: Buffer = chunk('IHDR', latin('\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0'))
export const IDAT: Buffer = chunk('IDAT', latin('pixels'))
export const IEND: Buffer = chunk('IEND', Buffer.alloc(0))

/** A chunk of a WebP, or of any RIFF. */
export function riffChunk(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)])
}

export function webpOf(...chunks: readonly Buffer[]): Buffer {
  const file = riffChunk('RIFF', Buffer.concat([latin('WEBP'), ...chunks]))
  return file
}

/** Sub-blocks of a GIF. */
export function blocks(...texts: readonly string[]): Buffer {
  return Buffer.concat([
    ...texts.map((text) => latin(`${String.fromCharCode(text.length)}${text}`)),
    Buffer.alloc(1),
  ])
}

/** A box of an ISO base media file. */
export function box(type: string, ...bodies: readonly Buffer[]): Buffer {
  const body = Buffer.concat(bodies)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length + 8)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, body])
}

const n16 = (value: number) => Buffer.from([value >> 8, value & 255])
const n32 = (value: number) => Buffer.concat([n16(value >>> 16), n16(value & 0xffff)])
const entryOf = (id: number, type: string) =>
  box('infe', n32(0x02000000), n16(id), n16(0), latin(type), Buffer.alloc(1))

/** Items of a HEIC, by what they are; each lies in `mdat`, in that order. `more`: boxes behind it. */
export function heicOf(
  items: readonly (readonly [type: string, bytes: Buffer])[],
  ...more: readonly Buffer[]
): Buffer {
  const fileType = box('ftyp', latin('heic\0\0\0\0mif1heic'))
  const metaOf = (first: number) => {
    let at = first
    const places = items.map(([, bytes], index) => {
      const place = Buffer.concat([n16(index + 1), n16(0), n16(1), n32(at), n32(bytes.length)])
      at += bytes.length
      return place
    })
    return box(
      'meta',
      n32(0),
      box('hdlr', n32(0), latin('\0\0\0\0pict')),
      box(
        'iinf',
        n32(0),
        n16(items.length),
        ...items.map(([type], index) => entryOf(index + 1, type)),
      ),
      box('iloc', n32(0), n16(0x4400), n16(items.length), ...places),
      box('iprp', latin('irot')),
      box('uuid', latin(PLACE)),
    )
  }
  const first = fileType.length + metaOf(0).length + 8
  return Buffer.concat([
    fileType,
    metaOf(first),
    box('mdat', ...items.map(([, bytes]) => bytes)),
    ...more,
  ])
}

/** A TIFF in big-endian order: a strip of pixels, the list that says so, and Exif with a list of its own. */
export function tiffOf(pixels: Buffer, words: Buffer): Buffer {
  const entry = (tag: number, type: number, count: number, value: number) =>
    Buffer.concat([
      n16(tag),
      n16(type),
      n32(count),
      type === 3 ? Buffer.concat([n16(value), n16(0)]) : n32(value),
    ])
  const list = (...entries: readonly Buffer[]) =>
    Buffer.concat([n16(entries.length), ...entries, n32(0)])
  const pixelsAt = 8
  const makeAt = pixelsAt + pixels.length
  const noteAt = makeAt + words.length
  const exifAt = noteAt + words.length
  const exif = list(entry(0x9286, 7, words.length, noteAt))
  const first = exifAt + exif.length
  return Buffer.concat([
    latin('MM\0*'),
    n32(first),
    pixels,
    words,
    words,
    exif,
    list(
      entry(256, 3, 1, 1),
      entry(271, 2, words.length, makeAt),
      entry(273, 4, 1, pixelsAt),
      entry(274, 3, 1, 6),
      entry(279, 4, 1, pixels.length),
      entry(34665, 4, 1, exifAt),
    ),
  ])
}
