import type { ChartStep, ChartWay } from './chart.ts'
import { goneInWords, kindInWords, problemsInShort } from './outline.ts'
import { linesOf, widthOf } from './text-lines.ts'

/** A line of text in a box. */
export interface TextLine {
  readonly text: string
  readonly style: 'heading' | 'kind' | 'title' | 'note' | 'error' | 'warning' | 'untold' | 'place'
}

export const STYLES: Readonly<
  Record<TextLine['style'], { readonly size: number; readonly height: number }>
> = {
  heading: { size: 20, height: 30 },
  kind: { size: 12, height: 17 },
  title: { size: 16, height: 21 },
  note: { size: 13, height: 18 },
  error: { size: 13, height: 18 },
  warning: { size: 13, height: 18 },
  untold: { size: 13, height: 18 },
  place: { size: 12, height: 18 },
}

export const PADDING = 12
const STEP_WIDTH = 320
const LABEL_WIDTH = 190

/** What is written into the box of a step, line by line. */
export function linesOfStep(step: ChartStep): readonly TextLine[] {
  const { id, title, kind, notes, problems, gone, file, line } = step
  const write = (text: string, style: TextLine['style']): readonly TextLine[] =>
    linesOf(text, STYLES[style].size * (BOLD.has(style) ? 1.06 : 1), STEP_WIDTH - 2 * PADDING).map(
      (one) => ({ text: one, style }),
    )
  return [
    ...write(`${kindInWords(kind)} · ${id}`, 'kind'),
    ...write(title, 'title'),
    ...notes.flatMap((note) => write(note, 'note')),
    ...problemsInShort(problems).flatMap(({ text, severity }) => write(text, severity)),
    ...write(goneInWords(gone) ?? '', 'untold'),
    ...write(`${file}:${line}`, 'place'),
  ]
}

const BOLD: ReadonlySet<TextLine['style']> = new Set([
  'heading',
  'title',
  'error',
  'warning',
  'untold',
])

/** Whether a line is written in bold. */
export function isBold(style: TextLine['style']): boolean {
  return BOLD.has(style)
}

/** The size of a box that holds these lines. */
export function sizeOfStep(lines: readonly TextLine[]): {
  readonly width: number
  readonly height: number
} {
  const height = lines.reduce((sum, { style }) => sum + STYLES[style].height, 0)
  return { width: STEP_WIDTH, height: height + 2 * PADDING }
}

/** What is written at a way. */
export function linesOfWay({ reasons, gone, codes }: ChartWay): readonly TextLine[] {
  const write = (text: string, style: TextLine['style']) =>
    linesOf(text, STYLES[style].size, LABEL_WIDTH).map((one) => ({ text: one, style }))
  return [
    ...reasons.flatMap((reason, index) =>
      write(index < reasons.length - 1 ? `${reason}; or` : reason, 'note'),
    ),
    ...codes.flatMap((code) => write(code, 'error')),
    ...(reasons.length > 0 ? write(goneInWords(gone) ?? '', 'untold') : []),
  ]
}

/** The size of a label with these lines; undefined: there are none. */
export function sizeOfLabel(
  lines: readonly TextLine[],
): { readonly width: number; readonly height: number } | undefined {
  if (lines.length === 0) return undefined
  const widths = lines.map(({ text, style }) => widthOf(text, STYLES[style].size))
  const height = lines.reduce((sum, { style }) => sum + STYLES[style].height, 0)
  return { width: Math.max(...widths) + 12, height: height + 6 }
}
