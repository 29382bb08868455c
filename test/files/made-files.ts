/** Small files as programs write them, for tests. */

const latin = (text: string) => Buffer.from(text, 'latin1')

export const PDF: Buffer = latin(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
)
export const PNG: Buffer = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)
export const JPG: Buffer = Buffer.concat([
  latin('\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00'),
  latin('\xff\xd9'),
])
export const GIF: Buffer = latin('GIF89a\x01\x00\x01\x00\x00\x00\x00;')
export const SVG: Buffer = latin('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')
export const PROGRAM: Buffer = latin('MZ\x90\x00\x03\x00\x00\x00')

/** A ZIP file, not packed, with these entries in order. */
export function zipOf(entries: Readonly<Record<string, string>>): Buffer {
  const files: Buffer[] = []
  const list: Buffer[] = []
  let at = 0
  for (const [name, text] of Object.entries(entries)) {
    const [bytes, data] = [Buffer.from(name), Buffer.from(text)]
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt32LE(data.length, 18)
    local.writeUInt32LE(data.length, 22)
    local.writeUInt16LE(bytes.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt32LE(data.length, 20)
    entry.writeUInt32LE(data.length, 24)
    entry.writeUInt16LE(bytes.length, 28)
    entry.writeUInt32LE(at, 42)
    files.push(local, bytes, data)
    list.push(entry, bytes)
    at += 30 + bytes.length + data.length
  }
  const names = Buffer.concat(list)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(entries).length, 8)
  end.writeUInt16LE(Object.keys(entries).length, 10)
  end.writeUInt32LE(names.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...files, names, end])
}

export const DOCX: Buffer = zipOf({
  '[Content_Types].xml': '<Types/>',
  'word/document.xml': '<document/>',
})
export const ODT: Buffer = zipOf({
  mimetype: 'application/vnd.oasis.opendocument.text',
  'content.xml': '<document/>',
})

export function fileOf(bytes: Buffer, name: string, type = 'application/octet-stream'): File {
  return new File([new Uint8Array(bytes)], name, { type })
}
