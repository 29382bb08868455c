import type { FileHandle } from 'node:fs/promises'
import { typesNamed } from '../fields/file-types.ts'
import { namesInZip } from './zip-names.ts'

/** What no kind of file that can be asked for is called. */
export const UNKNOWN = 'unknown'

type Signs = readonly (readonly [at: number, bytes: string])[]

/** How files begin (latin1). Of one kind any row may hold, all of its passages. */
const BEGINNINGS: readonly (readonly [id: string, signs: Signs])[] = [
  ['pdf', [[0, '%PDF-']]],
  ['jpg', [[0, '\xff\xd8\xff']]],
  ['png', [[0, '\x89PNG\r\n\x1a\n']]],
  ['gif', [[0, 'GIF87a']]],
  ['gif', [[0, 'GIF89a']]],
  [
    'webp',
    [
      [0, 'RIFF'],
      [8, 'WEBP'],
    ],
  ],
  ['heic', [[4, 'ftypheic']]],
  ['heic', [[4, 'ftypheix']]],
  ['heic', [[4, 'ftypmif1']]],
  ['tif', [[0, 'II*\0']]],
  ['tif', [[0, 'MM\0*']]],
  ['rtf', [[0, '{\\rtf1']]],
]
const ZIP = 'PK\x03\x04'
const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'
const READ = 64 * 1024

/**
 * The kind of a file by what is in it, and never by what it is called; where its name has an ending, that must be one of
 * the kind's own, or of another that looks the same on people's devices (a PNG that is called `.jpg`). Text has no signs of
 * its own: there the ending decides which text it is. Anything else is UNKNOWN (R-WEB-23).
 */
export async function typeOfContent(file: FileHandle, size: number, name: string): Promise<string> {
  const ending = /\.([a-z0-9]{1,8})$/u.exec(name.toLowerCase())?.[1]
  const found = await typeInside(file, size, ending)
  if (found === UNKNOWN || ending === undefined) return found
  const called = typesNamed(`.${ending}`).map(({ id }) => id)
  const isNear = PICTURES.has(found) && called.some((id) => PICTURES.has(id))
  return called.includes(found) || isNear ? found : UNKNOWN
}

const PICTURES: ReadonlySet<string> = new Set(['jpg', 'png', 'gif', 'webp', 'heic', 'tif'])

async function typeInside(
  file: FileHandle,
  size: number,
  ending: string | undefined,
): Promise<string> {
  const head = await readAt(file, 0, Math.min(size, 4096))
  const signs = head.toString('latin1')
  const begins = ([at, bytes]: Signs[number]) => signs.startsWith(bytes, at)
  const found = BEGINNINGS.find(([, all]) => all.every(begins))?.[0]
  if (found !== undefined) return found
  if (signs.startsWith(ZIP)) return typeOfZip(file, size, signs)
  if (signs.startsWith(OLE)) return (await holds(file, size, WORD_STREAM)) ? 'doc' : UNKNOWN
  const isText = ending === 'csv' || ending === 'txt'
  return isText && (await isPlainText(file, size)) ? ending : UNKNOWN
}

/** The name of the stream in which an old Word file keeps its words: UTF-16. */
const WORD_STREAM = Buffer.from('WordDocument', 'utf16le')

const OPEN_DOCUMENT = 'mimetypeapplication/vnd.oasis.opendocument.'

/** By the names of what it holds; nothing is unpacked, so that no bomb can go off. What holds macros is not taken. */
async function typeOfZip(file: FileHandle, size: number, head: string): Promise<string> {
  const names = await namesInZip((at, length) => readAt(file, at, length), size)
  if (!names || names.some((name) => /(?:^|\/)(?:vbaProject\.bin$|Basic\/|Scripts\/)/u.test(name)))
    return UNKNOWN
  const has = (name: string) => names.includes(name)
  if (has('[Content_Types].xml')) {
    if (has('word/document.xml')) return 'docx'
    return has('xl/workbook.xml') ? 'xlsx' : UNKNOWN
  }
  // The first entry of an OpenDocument file says what it is, not packed.
  const said = head.slice(30, 120)
  if (!said.startsWith(OPEN_DOCUMENT) || !has('content.xml')) return UNKNOWN
  const kind = said.slice(OPEN_DOCUMENT.length)
  if (kind.startsWith('textPK')) return 'odt'
  return kind.startsWith('spreadsheetPK') ? 'ods' : UNKNOWN
}

/** Words and nothing that is no word: UTF-8, or what older programs write, without control signs. */
async function isPlainText(file: FileHandle, size: number): Promise<boolean> {
  for (let at = 0; at < size; at += READ) {
    const part = await readAt(file, at, Math.min(READ, size - at))
    for (const byte of part)
      if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12) return false
  }
  return true
}

async function holds(file: FileHandle, size: number, wanted: Buffer): Promise<boolean> {
  for (let at = 0; at < size; at += READ) {
    const part = await readAt(file, at, Math.min(READ + wanted.length, size - at))
    if (part.includes(wanted)) return true
  }
  return false
}

async function readAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(Math.max(0, length))
  const { bytesRead } = await file.read(buffer, 0, buffer.length, at)
  return buffer.subarray(0, bytesRead)
}
