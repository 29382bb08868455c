import { readSaidFile } from '../../fields/file-sample.ts'
import { typesNamed } from '../../fields/file-types.ts'

const latin = (text: string) => Buffer.from(text, 'latin1')
const OPEN = 'application/vnd.oasis.opendocument'

/** How the smallest file of each kind reads. */
const CONTENTS: Readonly<Record<string, () => Buffer>> = {
  pdf: () => latin('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
  jpg: () => latin('\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xd9'),
  png: () => latin('\x89PNG\r\n\x1a\n\0\0\0\0IEND\xaeB`\x82'),
  gif: () => latin('GIF89a\x01\x00\x01\x00\x00\x00\x00;'),
  webp: () => latin('RIFF\x08\0\0\0WEBPVP8 '),
  heic: () => latin('\0\0\0\x18ftypheic\0\0\0\0'),
  tif: () => latin('II*\0\x08\0\0\0\0\0'),
  rtf: () => latin('{\\rtf1 Sample}'),
  csv: () => latin('name,age\nSam,40\n'),
  txt: () => latin('Sample'),
  doc: () =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('WordDocument', 'utf16le')]),
  docx: () => zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<document/>' }),
  xlsx: () => zipOf({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' }),
  odt: () => zipOf({ mimetype: `${OPEN}.text`, 'content.xml': '<document/>' }),
  ods: () => zipOf({ mimetype: `${OPEN}.spreadsheet`, 'content.xml': '<document/>' }),
}

/** A file that is only spoken of (`letter.pdf`, `photo.jpg (12MB)`), made; an empty text is a box that was left empty. */
export function makeFile(text: string): File {
  if (text === '') return new File([], '')
  const { name, size } = readSaidFile(text)
  const ending = /\.([a-z0-9]{1,8})$/u.exec(name.toLowerCase())?.[1] ?? ''
  const type = typesNamed(`.${ending}`)[0]
  const content = CONTENTS[type?.id ?? '']?.() ?? latin('MZ')
  // The rest is blanks behind the end, which no program minds; a ZIP file has its list there, and stays as it is.
  const isFilled = size > content.length && !content.subarray(0, 2).equals(latin('PK'))
  const bytes = size === 0 ? Buffer.alloc(0) : isFilled ? padded(content, size) : content
  return new File([new Uint8Array(bytes)], name, { type: type?.media ?? '' })
}

function padded(content: Buffer, size: number): Buffer {
  return Buffer.concat([content, Buffer.alloc(size - content.length, ' ')])
}

/** A ZIP file with these entries in order, not packed. */
function zipOf(entries: Readonly<Record<string, string>>): Buffer {
  const files: Buffer[] = []
  const list: Buffer[] = []
  let at = 0
  for (const [name, text] of Object.entries(entries)) {
    const [local, entry] = [Buffer.alloc(30), Buffer.alloc(46)]
    local.writeUInt32LE(0x04034b50, 0)
    entry.writeUInt32LE(0x02014b50, 0)
    for (const [head, to] of [
      [local, 18],
      [entry, 20],
    ] as const) {
      head.writeUInt32LE(text.length, to)
      head.writeUInt32LE(text.length, to + 4)
      head.writeUInt16LE(name.length, to + 8)
    }
    entry.writeUInt32LE(at, 42)
    files.push(local, latin(name), latin(text))
    list.push(entry, latin(name))
    at += 30 + name.length + text.length
  }
  const names = Buffer.concat(list)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(list.length / 2, 8)
  end.writeUInt16LE(list.length / 2, 10)
  end.writeUInt32LE(names.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...files, names, end])
}
