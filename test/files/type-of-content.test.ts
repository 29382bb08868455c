import { open, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { typeOfContent } from '../../src/files/type-of-content.ts'
import { makeTemporaryFolder } from '../store/temporary-folder.ts'
import { DOCX, GIF, JPG, ODT, PDF, PNG, PROGRAM, SVG, zipOf } from './made-files.ts'

async function typeOf(bytes: Buffer, name: string): Promise<string> {
  const path = join(await makeTemporaryFolder(), 'file')
  await writeFile(path, bytes)
  const file = await open(path)
  try {
    return await typeOfContent(file, bytes.length, name)
  } finally {
    await file.close()
  }
}

const OLD_WORD = Buffer.concat([
  Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  Buffer.alloc(600),
  Buffer.from('WordDocument', 'utf16le'),
])
const CONTENT = { '[Content_Types].xml': '<Types/>' }
const WORDS = { 'word/document.xml': '<document/>' }

describe('the kind of a file by what is in it (R-WEB-23)', () => {
  it.each<[string, Buffer, string]>([
    ['letter.pdf', PDF, 'pdf'],
    ['letter', PDF, 'pdf'],
    ['LETTER.PDF', PDF, 'pdf'],
    ['me.jpg', JPG, 'jpg'],
    ['me.jpeg', JPG, 'jpg'],
    ['me.png', PNG, 'png'],
    ['me.jpg', PNG, 'png'],
    ['me.gif', GIF, 'gif'],
    ['a.webp', Buffer.from('RIFF\x10\0\0\0WEBPVP8 '), 'webp'],
    ['a.heic', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0'), 'heic'],
    ['a.tiff', Buffer.from('II*\0\x08\0\0\0'), 'tif'],
    ['a.rtf', Buffer.from('{\\rtf1\\ansi hello}'), 'rtf'],
    ['a.docx', DOCX, 'docx'],
    ['a.xlsx', zipOf({ ...CONTENT, 'xl/workbook.xml': '<workbook/>' }), 'xlsx'],
    ['a.odt', ODT, 'odt'],
    ['a.doc', OLD_WORD, 'doc'],
    ['a.csv', Buffer.from('name,age\nŵyn,3\n'), 'csv'],
    ['a.txt', Buffer.from('Dear sir'), 'txt'],
  ])('of %s is what it holds', async (name, bytes, type) => {
    expect(await typeOf(bytes, name)).toBe(type)
  })

  it.each<[string, Buffer]>([
    ['letter.pdf', PROGRAM],
    ['letter.pdf.exe', PDF],
    ['letter.html', PDF],
    ['letter.svg', SVG],
    ['letter.txt', PROGRAM],
    ['letter.pdf', Buffer.from('Dear sir')],
    ['letter.pdf', JPG],
    ['letter.docx', zipOf({ 'a.txt': 'a' })],
    ['letter.zip', zipOf({ 'a.txt': 'a' })],
    ['letter.docx', zipOf({ ...CONTENT, ...WORDS, 'word/vbaProject.bin': 'x' })],
    [
      'letter.odt',
      zipOf({
        mimetype: 'application/vnd.oasis.opendocument.text',
        'content.xml': 'x',
        'Basic/a.xml': 'x',
      }),
    ],
    ['letter.docx', DOCX.subarray(0, DOCX.length - 22)],
    ['letter.docx', Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(100)])],
    ['letter.odt', DOCX],
    ['letter.doc', Buffer.concat([OLD_WORD.subarray(0, 8), Buffer.alloc(600)])],
    ['page.csv', Buffer.from('<html>\0</html>')],
    ['page', Buffer.from('<script>1</script>')],
  ])('of %s is none that is taken, where it holds something else', async (name, bytes) => {
    expect(await typeOf(bytes, name)).toBe('unknown')
  })

  it('reads no list of a ZIP that is longer than a document has, and none beyond its end', async () => {
    const many = Object.fromEntries(Array.from({ length: 6000 }, (_, at) => [`${at}`, '']))
    expect(await typeOf(zipOf({ ...CONTENT, ...WORDS, ...many }), 'a.docx')).toBe('unknown')
    const lying = Buffer.from(DOCX)
    lying.writeUInt32LE(0xfffffff0, lying.length - 6)
    expect(await typeOf(lying, 'a.docx')).toBe('unknown')
  })
})
