import { type SummaryCopy, writeSummaryPdf } from '../views/summary-pdf.ts'
import type { Ctx } from './context.ts'
import { Refusal } from './refusal.ts'

const TOO_LONG = {
  title: 'This is too long for a PDF',
  lines: ['Open the page of your request and print it instead.'],
}

/** A copy to keep, as a file. Refused in words where it is too long, or too many are asked for at once. */
export async function sendPdf(c: Ctx, copy: SummaryCopy, name: string): Promise<Response> {
  const written = await writeSummaryPdf(copy)
  if (written.is === 'too-long') throw new Refusal(413, 'too long for a PDF', TOO_LONG)
  if (written.is === 'busy') throw new Refusal(503, 'too many PDFs at once')
  return c.body(new Uint8Array(written.bytes), 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `attachment; filename="${name.replace(/[^\w-]/gu, '-')}.pdf"`,
    'Content-Language': copy.language,
  })
}
