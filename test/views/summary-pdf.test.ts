import { describe, expect, it } from 'vitest'
import { type SummaryCopy, writeSummaryPdf } from '../../src/views/summary-pdf.ts'
import { readPdf, tagged, wordsIn } from './read-pdf.ts'

const COPY: SummaryCopy = {
  language: 'cy',
  council: 'Cyngor Sir Ŵyl',
  service: 'Gofal',
  title: 'Cais am gyfrif',
  reference: 'HDJ2-1001',
  state: 'Mae eich cais gennym',
  sent: '15 Mehefin 2026 am 10:00am',
  sentAt: Date.UTC(2026, 5, 15, 9),
  sections: [
    {
      title: 'Amdanoch chi',
      rows: [
        { key: 'Enw', lines: ['Siân ŵ ŷ Ŷ'] },
        { key: 'Cyfeiriad', lines: ['1 Stryd Fawr', 'Caerdydd'], changed: 'Ar 3 Mai. Cyn: Dŵr' },
        { key: 'Ffôn', lines: [] },
      ],
    },
    { title: 'Eich cais', rows: [{ key: 'Pam?', lines: ['Un\nDau'] }] },
  ],
}

async function written(copy: SummaryCopy): Promise<Uint8Array> {
  const pdf = await writeSummaryPdf(copy)
  if (pdf.is !== 'written') throw new Error(pdf.is)
  return pdf.bytes
}

const withRows = (rows: SummaryCopy['sections'][number]['rows']): SummaryCopy => ({
  ...COPY,
  sections: [{ title: 'Answers', rows }],
})

describe('a summary as a PDF', () => {
  it('has its language, its title and its words, with Welsh letters', async () => {
    const read = await readPdf(await written(COPY))
    expect(read).toMatchObject({
      title: 'Cais am gyfrif',
      language: 'cy',
      isTagged: true,
      showsTitle: true,
    })
    expect(read.text).toBe(
      'Cyngor Sir Ŵyl – Gofal Cais am gyfrif Cyfeirnod HDJ2-1001 Y sefyllfa Mae eich cais gennym Anfonwyd 15 Mehefin 2026 am 10:00am Amdanoch chi Enw Siân ŵ ŷ Ŷ Cyfeiriad 1 Stryd Fawr Caerdydd Newidiwyd: Ar 3 Mai. Cyn: Dŵr Ffôn Heb ei roi Eich cais Pam? Un Dau',
    )
    expect(read.artifacts).toBe('Tudalen 1 o 1')
  })

  it('tells a screen reader its headings, and which question an answer belongs to (WCAG 1.3.1, PDF/UA)', async () => {
    const bytes = await written(COPY)
    const { tags } = await readPdf(bytes)
    expect(tagged(tags, 'H1').map(wordsIn)).toEqual(['Cais am gyfrif'])
    expect(tagged(tags, 'H2').map(wordsIn)).toEqual(['Amdanoch chi', 'Eich cais'])
    const [, about] = tagged(tags, 'Table')
    const rows = tagged(about?.children ?? [], 'TR').map(({ children }) =>
      children.map((cell) => `${cell.role} ${wordsIn(cell)}`),
    )
    expect(rows).toEqual([
      ['TH Enw', 'TD Siân ŵ ŷ Ŷ'],
      ['TH Cyfeiriad', 'TD 1 Stryd Fawr Caerdydd Newidiwyd: Ar 3 Mai. Cyn: Dŵr'],
      ['TH Ffôn', 'TD Heb ei roi'],
    ])
    const raw = Buffer.from(bytes).toString('latin1')
    expect(raw.match(/\/Scope \/Row/gu)).toHaveLength(7)
    expect(raw).toContain('<pdfuaid:part>1</pdfuaid:part>')
  })

  it('holds its letters, and nothing that acts or calls out', async () => {
    const bytes = await written(COPY)
    expect((await readPdf(bytes)).active).toEqual([])
    const raw = Buffer.from(bytes).toString('latin1')
    expect(raw).not.toMatch(/\/(?:JavaScript|JS|Launch|URI|EmbeddedFile|AcroForm|OpenAction)\b/u)
    expect(raw.match(/\/FontFile2/gu)?.length).toBeGreaterThanOrEqual(2)
    // A part of a font has a name of its own.
    expect(raw).toMatch(/\/FontName \/[A-Z]{6}\+DejaVuSans/u)
    expect(bytes.length).toBeLessThan(60_000)
  })

  it('is the same to the byte for the same summary', async () => {
    expect(Buffer.compare(await written(COPY), await written(COPY))).toBe(0)
  })

  it('goes on over pages, with nothing lost, doubled or cut', async () => {
    const long = Array.from({ length: 120 }, (_, line) => `line-${line}.`)
    const rows = [
      { key: 'Long', lines: long },
      ...Array.from({ length: 60 }, (_, row) => ({
        key: `Question ${row}?`,
        lines: [`answer-${row}.`],
      })),
      { key: 'Text', lines: [Array.from({ length: 900 }, (_, word) => `word-${word}.`).join(' ')] },
    ]
    const read = await readPdf(await written(withRows(rows)))
    expect(read.pages).toBeGreaterThan(4)
    const expected = rows.flatMap(({ key, lines }) => [key, ...lines]).join(' ')
    expect(read.text.endsWith(`Answers ${expected}`)).toBe(true)
    expect(read.artifacts).toBe(
      Array.from({ length: read.pages }, (_, at) => `Tudalen ${at + 1} o ${read.pages}`).join(' '),
    )
  })

  it('says so where its font lacks a letter, and keeps the others', async () => {
    const read = await readPdf(
      await written(withRows([{ key: 'Enw', lines: ['李 Lee Жук w\u0302'] }])),
    )
    expect(read.text).toContain('Enw \uFFFD Lee Жук ŵ')
    expect(read.text).toContain('Ni ellir dangos rhai llythrennau')
    expect((await readPdf(await written(COPY))).text).not.toContain('Ni ellir dangos')
  })

  it('is refused where nobody could read it, and where too many are asked for at once', async () => {
    const lines = ['x'.repeat(100_001)]
    expect(await writeSummaryPdf(withRows([{ key: 'Text', lines }]))).toEqual({ is: 'too-long' })
    const many = await Promise.all(Array.from({ length: 12 }, () => writeSummaryPdf(COPY)))
    expect(many.map(({ is }) => is)).toEqual([...Array(10).fill('written'), 'busy', 'busy'])
    expect(await writeSummaryPdf(COPY)).toMatchObject({ is: 'written' })
  })
})
