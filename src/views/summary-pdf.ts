import { setImmediate as others } from 'node:timers/promises'
import { type Paper, takePaper } from './pdf-paper.ts'
import type { SummaryRow, SummarySection } from './step-page.ts'
import { type EngineWords, wordsOf } from './words.ts'

/** What was sent, as its page shows it. Plain text all through. */
export interface SummaryCopy {
  readonly language: string
  readonly council: string
  readonly service: string
  readonly title: string
  readonly reference: string
  /** How it stands. */
  readonly state: string
  /** The moment in words. */
  readonly sent: string
  /** The same moment, in milliseconds since 1970. */
  readonly sentAt: number
  readonly sections: readonly SummarySection[]
}

/** More words than these are no copy that anybody prints, and would keep the processor from others. */
const MOST_LETTERS = 100_000
/** Papers that may wait: each holds what it shows. */
const MOST_WAITING = 10
/** After so many rows others have their turn. */
const ROWS_AT_ONCE = 10

export type WrittenPdf =
  | { readonly is: 'written'; readonly bytes: Uint8Array }
  | { readonly is: 'too-long' }
  /** So many are asked for at once that this one was not begun. */
  | { readonly is: 'busy' }

let last: Promise<unknown> = Promise.resolve()
let waiting = 0

/**
 * A tagged PDF of a summary (PDF/UA-1: language, title, headings, tables with heads): the same bytes for the same
 * summary. One is written at a time.
 */
export async function writeSummaryPdf(copy: SummaryCopy): Promise<WrittenPdf> {
  if (lettersIn(copy) > MOST_LETTERS) return { is: 'too-long' }
  if (waiting >= MOST_WAITING) return { is: 'busy' }
  waiting += 1
  const turn = last.then(() => write(copy))
  last = turn.catch(() => undefined)
  try {
    return { is: 'written', bytes: await turn }
  } finally {
    waiting -= 1
  }
}

function lettersIn({ sections }: SummaryCopy): number {
  const rows = sections.flatMap((section) => section.rows)
  return rows.reduce((sum, { key, lines }) => sum + key.length + lines.join('').length, 0)
}

async function write(copy: SummaryCopy): Promise<Uint8Array> {
  const { language, council, service, title, sections } = copy
  const words = wordsOf(language)
  const own = words.account
  const author = council || service
  const paper = await takePaper({ language, title, author, at: copy.sentAt })
  paper.line([council, service].filter(Boolean).join(' – '))
  paper.heading(1, title)
  paper.beginTable()
  paper.row(own.reference, [copy.reference])
  paper.row(own.state, [copy.state])
  paper.row(own.sent, [copy.sent])
  paper.endTable()
  for (const section of sections) await writeSection(paper, section, words)
  if (paper.isLacking()) paper.line(own.pdfLacking)
  return paper.finish(own.pdfPage)
}

async function writeSection(
  paper: Paper,
  { title, rows }: SummarySection,
  words: EngineWords,
): Promise<void> {
  if (title) paper.heading(2, title)
  paper.beginTable()
  for (const [at, row] of rows.entries()) {
    if (at % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await others()
    paper.row(row.key, linesOf(row, words))
  }
  paper.endTable()
}

function linesOf({ lines, changed }: SummaryRow, words: EngineWords): readonly string[] {
  return [
    ...(lines.length > 0 ? lines.flatMap((line) => line.split(/\r?\n/u)) : [words.notProvided]),
    ...(changed === undefined ? [] : [`${words.account.changed}: ${changed}`]),
  ]
}
