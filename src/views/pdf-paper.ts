import { createRequire as requireFrom } from 'node:module'
import type PDFKit from 'pdfkit'

/** A sheet that is written on from the top, and told to a screen reader as it is seen (PDF/UA, ISO 14289-1). */
export interface Paper {
  line(text: string): void
  heading(level: 1 | 2, text: string): void
  /** A table of two columns; the first heads its row. */
  beginTable(): void
  row(head: string, lines: readonly string[]): void
  endTable(): void
  /** Whether a letter was written that the font lacks: a mark stands in its place. */
  isLacking(): boolean
  /** Numbers the pages and gives the bytes; `words` of a page, from 1, and how many there are. */
  finish(words: (page: number, pages: number) => string): Promise<Uint8Array>
}

export interface PaperOptions {
  /** Of all words on it, as in `lang`. */
  readonly language: string
  readonly title: string
  readonly author: string
  /** Milliseconds since 1970: said to be when it was made, so that the same summary gives the same bytes. */
  readonly at: number
}

/** Points: a margin of 2 cm, and two columns with a gap. */
const MARGIN = 56
const HEAD_WIDTH = 170
const GAP = 18
const ROW_GAP = 8
const INK = '#0b0c0c'
const RULE = '#b1b4b6'

/** Letters of Latin, Greek, Cyrillic and more, with Welsh ŵ and ŷ: those that every reader has lack these. */
const BODY = fontFile('DejaVuSans.ttf')
const BOLD = fontFile('DejaVuSans-Bold.ttf')

/** The replacement character, which says that one is not shown. */
const UNKNOWN = '\uFFFD'

/** What pdfkit reads fonts with says it; the types hide it. */
interface Reading {
  readonly _font: { readonly font: { hasGlyphForCodePoint(code: number): boolean } }
}

function hasGlyph(doc: PDFKit.PDFDocument, letter: string): boolean {
  return (doc as unknown as Reading)._font.font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)
}

function fontFile(name: string): string {
  return requireFrom(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}`)
}

/** pdfkit is loaded here and only when the first paper is wanted: the service starts without it. */
export async function takePaper(options: PaperOptions): Promise<Paper> {
  const { default: PDFDocument } = await import('pdfkit')
  const { language, title, author, at } = options
  const made = new Date(at)
  const doc: PDFKit.PDFDocument = new PDFDocument({
    size: 'A4',
    margins: { top: MARGIN, bottom: MARGIN + 16, left: MARGIN, right: MARGIN },
    pdfVersion: '1.7',
    // The mark of PDF/UA, which the types do not know yet.
    subset: 'PDF/UA' as never,
    tagged: true,
    lang: language,
    displayTitle: true,
    bufferPages: true,
    font: BODY,
    info: { Title: title, Author: author, CreationDate: made, ModDate: made },
  })
  const chunks: Uint8Array[] = []
  doc.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  const ended = new Promise<void>((done) => doc.on('end', done))
  doc.fillColor(INK)
  let isLacking = false
  const known = (text: string) => {
    const letters = [...text.normalize('NFC').replace(/\p{Cc}/gu, ' ')]
    const shown = letters.map((one) => (hasGlyph(doc, one) ? one : UNKNOWN)).join('')
    isLacking ||= shown.includes(UNKNOWN)
    return shown
  }
  const root = doc.struct('Document')
  doc.addStructure(root)
  let table = root
  const width = doc.page.width - 2 * MARGIN

  const block = (tag: string, font: string, size: number, text: string, above: number) => {
    const height = doc.font(font).fontSize(size).heightOfString(text, { width })
    roomFor(doc, above + height + (tag === 'P' ? 0 : 3 * size))
    doc.y += above
    const draw = () => void doc.font(font).fontSize(size).text(text, MARGIN, doc.y, { width })
    root.add(doc.struct(tag, {}, draw))
  }

  return {
    line: (text) => block('P', BODY, 11, known(text), 0),
    heading: (level, text) =>
      level === 1 ? block('H1', BOLD, 20, known(text), 10) : block('H2', BOLD, 14, known(text), 22),
    isLacking: () => isLacking,
    beginTable() {
      table = doc.struct('Table')
      root.add(table)
      doc.y += ROW_GAP
    },
    endTable: () => table.end(),
    row: (head, lines) => drawRow(doc, table, known(head), lines.map(known)),
    async finish(words) {
      root.end()
      numberPages(doc, words)
      doc.end()
      await ended
      return Buffer.concat(chunks)
    },
  }
}

/** A new page where so much does not fit on this one, and would on a new one. */
function roomFor(doc: PDFKit.PDFDocument, height: number): void {
  const bottom = doc.page.maxY()
  const whole = bottom - doc.page.margins.top
  if (doc.y + height > bottom && height <= whole && doc.y > doc.page.margins.top) doc.addPage()
}

function drawRow(
  doc: PDFKit.PDFDocument,
  table: PDFKit.PDFStructureElement,
  head: string,
  lines: readonly string[],
): void {
  const at = MARGIN + HEAD_WIDTH + GAP
  const width = doc.page.width - MARGIN - at
  doc.fontSize(11)
  const headHeight = doc.font(BOLD).heightOfString(head, { width: HEAD_WIDTH })
  const heights = lines.map((line) => doc.font(BODY).heightOfString(line || ' ', { width }))
  const height = Math.max(
    headHeight,
    heights.reduce((sum, one) => sum + one, 0),
  )
  roomFor(doc, height + 2 * ROW_GAP)
  rule(doc)
  const top = doc.y + ROW_GAP
  const row = doc.struct('TR')
  table.add(row)
  row.add(
    doc.struct('TH', { scope: 'Row' } as never, () => {
      doc.font(BOLD).text(head, MARGIN, top, { width: HEAD_WIDTH })
    }),
  )
  const headEnd = doc.y
  const cell = doc.struct('TD')
  row.add(cell)
  doc.y = top
  for (const line of lines)
    cell.add(doc.struct('P', {}, () => void doc.font(BODY).text(line || ' ', at, doc.y, { width })))
  row.end()
  // Of a long answer the end stands on another page than its beginning.
  doc.y = (doc.y < top ? doc.y : Math.max(doc.y, headEnd)) + ROW_GAP
}

/** A line that says nothing, and is not read. */
function rule(doc: PDFKit.PDFDocument): void {
  doc.markContent('Artifact', { type: 'Layout' })
  doc
    .moveTo(MARGIN, doc.y)
    .lineTo(doc.page.width - MARGIN, doc.y)
    .lineWidth(0.5)
    .strokeColor(RULE)
    .stroke()
  doc.endMarkedContent()
}

function numberPages(
  doc: PDFKit.PDFDocument,
  words: (page: number, pages: number) => string,
): void {
  const { count } = doc.bufferedPageRange()
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(page)
    // Below the margin text would begin another page.
    doc.page.margins.bottom = 0
    const y = doc.page.height - MARGIN
    doc.markContent('Artifact', { type: 'Pagination' })
    const options = {
      width: doc.page.width - 2 * MARGIN,
      align: 'right',
      lineBreak: false,
    } as const
    doc
      .font(BODY)
      .fontSize(9)
      .text(words(page + 1, count), MARGIN, y, options)
    doc.endMarkedContent()
  }
}
