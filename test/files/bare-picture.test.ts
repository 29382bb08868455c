import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bareOf } from '../../src/files/bare-picture.ts'
import {
  ADOBE,
  blocks,
  box,
  COLOURS,
  chunk,
  EOI,
  exifOf,
  exifSegment,
  heicOf,
  IDAT,
  IEND,
  IHDR,
  JFIF,
  jpegOf,
  PHOTO,
  PHOTO_PARTS,
  PLACE,
  pngOf,
  riffChunk,
  SCANS,
  segment,
  tiffOf,
  webpOf,
} from './made-pictures.ts'

const latin = (text: string) => Buffer.from(text, 'latin1')
const ICC = chunk('iCCP', latin('colours'))
const GIF_HEAD = latin('GIF89a\x01\0\x01\0\x80\0\0abcdef')
const GIF_IMAGE = Buffer.concat([
  latin('!\xf9\x04\0\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02'),
  blocks('pixels', 'more;'),
])
const AGAIN = Buffer.concat([latin('!\xff\x0bNETSCAPE2.0'), blocks('\x01\0\0')])
const VP8 = riffChunk('VP8 ', latin('pixels;'))
const vp8x = (flags: number) => riffChunk('VP8X', Buffer.from([flags, 0, 0, 0, 1, 0, 0, 1, 0, 0]))

function bare(type: string, bytes: Buffer): Buffer | undefined {
  const pieces = bareOf(type, bytes)
  return pieces && Buffer.concat(pieces)
}

describe('a picture without what its camera wrote (R-WEB-23)', () => {
  it('is, of a JPEG, its pixels and colours, and which way up it is; nothing behind its end', () => {
    const [jfif, ...others] = PHOTO_PARTS
    const turned = latin('Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0')
    const wanted = jpegOf(jfif ?? EOI, segment(0xe1, turned), ...others, EOI)
    expect(bare('jpg', PHOTO)).toEqual(wanted)
  })

  it.each([
    [jpegOf(exifSegment(exifOf(1)), ADOBE, SCANS, EOI), jpegOf(ADOBE, SCANS, EOI)],
    [jpegOf(exifSegment(exifOf(9)), SCANS, EOI), jpegOf(SCANS, EOI)],
    [jpegOf(exifSegment(latin(`II*\0${PLACE}`)), SCANS, EOI), jpegOf(SCANS, EOI)],
    [jpegOf(latin('between'), JFIF, latin('\xff\xff'), SCANS, EOI), jpegOf(JFIF, SCANS, EOI)],
    [jpegOf(segment(0xef, latin(PLACE)), COLOURS, SCANS), jpegOf(COLOURS, SCANS)],
    [jpegOf(SCANS, latin('\xff\xe1\x7f\xff'), latin(PLACE)), jpegOf(SCANS)],
  ])('is a JPEG that lies as it does, is untidy, or was cut off (%#)', (bytes, wanted) => {
    expect(bare('jpg', bytes)).toEqual(wanted)
  })

  it('is, of a PNG, its pixels and colours, and which way up it is', () => {
    const said = [
      chunk('tEXt', latin(PLACE)),
      chunk('tIME', latin('1234567')),
      chunk('prVt', latin(PLACE)),
    ]
    const bytes = pngOf(
      IHDR,
      ICC,
      ...said,
      chunk('eXIf', exifOf(8, 'II')),
      IDAT,
      IDAT,
      IEND,
      latin(PLACE),
    )
    const turned = chunk(
      'eXIf',
      latin('MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x08\0\0\0\0\0\0'),
    )
    expect(bare('png', bytes)).toEqual(pngOf(IHDR, ICC, turned, IDAT, IDAT, IEND))
    const cut = pngOf(IHDR, IDAT, IDAT.subarray(0, 10))
    expect(bare('png', cut)).toEqual(cut)
  })

  it('is, of a WebP, its pixels and colours, and the file says of itself what is true', () => {
    const colours = riffChunk('ICCP', latin('colours'))
    const xmp = riffChunk('XMP ', latin(PLACE))
    const turned = riffChunk(
      'EXIF',
      latin('MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x03\0\0\0\0\0\0'),
    )
    for (const named of ['', 'Exif\0\0']) {
      const exif = riffChunk('EXIF', Buffer.concat([latin(named), exifOf(3)]))
      expect(bare('webp', webpOf(vp8x(0x2c), colours, VP8, exif, xmp))).toEqual(
        webpOf(vp8x(0x28), colours, VP8, turned),
      )
    }
    expect(bare('webp', webpOf(vp8x(0x1c), VP8, riffChunk('EXIF', exifOf(1)), xmp))).toEqual(
      webpOf(vp8x(0x10), VP8),
    )
    expect(bare('webp', Buffer.concat([webpOf(VP8), latin(PLACE)]))).toEqual(webpOf(VP8))
  })

  it('is, of a GIF, its frames and how often they are shown', () => {
    const remark = Buffer.concat([latin('!\xfe'), blocks(PLACE, PLACE)])
    const xmp = Buffer.concat([latin('!\xff\x0bXMP DataXMP'), blocks(PLACE)])
    const bytes = Buffer.concat([
      GIF_HEAD,
      remark,
      AGAIN,
      xmp,
      GIF_IMAGE,
      remark,
      latin(';'),
      latin(PLACE),
    ])
    expect(bare('gif', bytes)).toEqual(Buffer.concat([GIF_HEAD, AGAIN, GIF_IMAGE, latin(';')]))
  })

  it('is, of a HEIC, the same length with zeros where words were', () => {
    const words = Buffer.from(PLACE)
    const bytes = heicOf(
      [
        ['hvc1', latin('pixels')],
        ['Exif', words],
        ['grid', latin('12')],
        ['mime', words],
      ],
      box('mpvd', words),
    )
    const wanted = Buffer.from(
      bytes
        .toString('latin1')
        .replaceAll(PLACE, '\0'.repeat(PLACE.length))
        .replace('uuid', 'free')
        .replace('mpvd', 'free'),
      'latin1',
    )
    expect(bare('heic', bytes)).toEqual(wanted)
  })
})

describe('a TIFF without what its camera wrote (R-WEB-23)', () => {
  it('has the same length, its pixels and which way up it is, and zeros where words were', () => {
    const pixels = latin('pixels and more')
    const bytes = tiffOf(pixels, latin(PLACE))
    const left = bare('tif', bytes) ?? Buffer.alloc(0)
    expect(left.length).toBe(bytes.length)
    expect(left.includes(PLACE)).toBe(false)
    expect(left.subarray(0, 8 + pixels.length)).toEqual(bytes.subarray(0, 8 + pixels.length))
    const list = bytes.readUInt32BE(4)
    const tags = Array.from({ length: left.readUInt16BE(list) }, (_, at) =>
      left.readUInt16BE(list + 2 + 12 * at),
    )
    expect(tags).toEqual([256, 273, 274, 279])
    expect(left.subarray(list + 2 + 12 * 4)).toEqual(Buffer.alloc(4 + 12 * 2))
    expect(left.subarray(8 + pixels.length, list).every((byte) => byte === 0)).toBe(true)
  })
})

describe('what begins like a picture, and cannot be followed', () => {
  it.each<[string, Buffer]>([
    ['jpg', jpegOf(latin(PLACE))],
    ['jpg', jpegOf(exifSegment(exifOf(6)).subarray(0, 20))],
    ['jpg', jpegOf(JFIF, segment(0xdb, latin('x')))],
    ['png', pngOf(IDAT, IEND)],
    ['png', pngOf(IHDR, chunk('tEXt', latin(PLACE)), IEND)],
    ['webp', webpOf(riffChunk('EXIF', exifOf(6)))],
    ['gif', latin('GIF89a\x01\0\x01\0\0\0\0!\xfe\x03abc\0')],
    ['heic', box('ftyp', latin('heic'))],
    ['tif', latin('II*\0\x08\0\0\0')],
    ['tif', exifOf(6)],
    ['heic', heicOf([['Exif', latin(PLACE)]])],
    [
      'heic',
      heicOf([
        ['hvc1', latin('pixels')],
        ['Exif', latin(PLACE)],
      ]).subarray(0, -1),
    ],
  ])('is not bared: %s (%#)', (type, bytes) => {
    expect(bareOf(type, bytes)).toBeUndefined()
  })

  it('is no HEIC whose words would lie where its lists are, or in the same place again and again', () => {
    const words = Buffer.alloc(4000, 1)
    const bytes = heicOf([
      ['hvc1', latin('pixels')],
      ['Exif', words],
      ['mime', words],
    ])
    expect(bareOf('heic', bytes)).toHaveLength(1)
    const [second, third] = [32, 46].map((at) => bytes.indexOf('iloc') + at)
    const inLists = Buffer.from(bytes)
    inLists.writeUInt32BE(20, second)
    expect(bareOf('heic', inLists)).toBeUndefined()
    const again = Buffer.from(bytes)
    again.writeUInt32BE(again.readUInt32BE(second), third)
    for (const at of [second, third]) again.writeUInt32BE(8000, Number(at) + 4)
    expect(bareOf('heic', again)).toBeUndefined()
  })
})

const HEADS: Readonly<Record<string, Buffer>> = {
  jpg: latin('\xff\xd8\xff'),
  png: pngOf(IHDR),
  webp: webpOf(),
  gif: GIF_HEAD,
  heic: box('ftyp', latin('heic\0\0\0\0mif1')),
  tif: latin('MM\0*\0\0\0\x08'),
}
const WHOLE: Readonly<Record<string, Buffer>> = {
  jpg: PHOTO,
  png: pngOf(IHDR, ICC, chunk('eXIf', exifOf(6)), chunk('tEXt', latin(PLACE)), IDAT, IEND),
  webp: webpOf(vp8x(0x2c), VP8, riffChunk('EXIF', exifOf(6)), riffChunk('XMP ', latin(PLACE))),
  gif: Buffer.concat([GIF_HEAD, AGAIN, latin('!\xfe'), blocks(PLACE), GIF_IMAGE, latin(';')]),
  heic: heicOf(
    [
      ['hvc1', latin('pixels')],
      ['Exif', latin(PLACE)],
    ],
    box('free', latin('12')),
  ),
  tif: tiffOf(latin('pixels'), latin(PLACE)),
}

/** Files that were spoiled in a few places, cut off, or are anything behind a right beginning. */
function spoiled(type: string): fc.Arbitrary<Buffer> {
  const whole = WHOLE[type] ?? Buffer.alloc(0)
  const place = fc.nat(whole.length - 1)
  const changes = fc.array(fc.tuple(place, fc.nat(255)), { maxLength: 6 })
  return fc.oneof(
    fc.tuple(changes, place).map(([all, end]) => {
      const bytes = Buffer.from(whole.subarray(0, end < 30 ? whole.length : end))
      for (const [at, value] of all) if (at >= 12 && at < bytes.length) bytes[at] = value
      return bytes
    }),
    fc.uint8Array({ maxLength: 300 }).map((rest) => Buffer.concat([HEADS[type] ?? whole, rest])),
  )
}

describe('any bytes that begin like a picture', () => {
  it.each(Object.keys(WHOLE))(
    'are read to an end, never grow, and change no more the second time: %s',
    (type) => {
      fc.assert(
        fc.property(spoiled(type), (bytes) => {
          const before = Buffer.from(bytes)
          const first = bare(type, bytes)
          expect(bytes.equals(before)).toBe(true)
          if (!first) return
          expect(first.length).toBeLessThanOrEqual(bytes.length)
          expect(bare(type, first)?.equals(first)).toBe(true)
        }),
        { seed: 20261126, numRuns: 2000 },
      )
    },
  )

  it('keep the parts of a JPEG that are pixels, byte for byte and in order, whatever stands between them', () => {
    const kept = [
      JFIF,
      COLOURS,
      ADOBE,
      segment(0xdb, Buffer.alloc(65, 3)),
      segment(0xc4, latin('\xff\xe1')),
    ]
    const said = [0xe1, 0xe3, 0xed, 0xfe].map((marker) => segment(marker, latin(PLACE)))
    const parts = fc.array(fc.nat(kept.length + said.length - 1), { maxLength: 30 })
    fc.assert(
      fc.property(parts, (picked) => {
        const all = picked.map((at) => [...kept, ...said][at] ?? EOI)
        const left = all.filter((one) => kept.includes(one))
        expect(bare('jpg', jpegOf(...all, SCANS, EOI))).toEqual(jpegOf(...left, SCANS, EOI))
      }),
      { seed: 20261127, numRuns: 300 },
    )
  })

  it('take no longer than a moment, however many parts they are made of', () => {
    const many = Buffer.concat([
      latin('\xff\xd8'),
      Buffer.alloc(20_000_000, latin('\xff\xdb\0\x02')),
    ])
    const chunks = Buffer.concat([
      pngOf(IHDR, IDAT),
      Buffer.alloc(20_000_000, chunk('tRNS', Buffer.alloc(0))),
    ])
    const from = performance.now()
    expect(bareOf('jpg', many)).toBeUndefined()
    expect(bareOf('png', chunks)).toBeDefined()
    expect(performance.now() - from).toBeLessThan(3000)
  })
})
