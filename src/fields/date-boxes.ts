import { flawOf, readControl } from './control.ts'
import { readMonth } from './date-words.ts'
import { engineWordsOf } from './engine-words.ts'
import type { Field, Flaw, Input, ShowContext, Shown } from './field.ts'
import { errorOf, hintOf, legendOf, optionsOf, textIn } from './shown.ts'
import { tidyShort } from './tidy.ts'

/** The boxes that dates and times are typed into. */
export type Box = 'day' | 'month' | 'year' | 'time'
export type Texts = Readonly<Partial<Record<Box, string>>>

/** What is wrong with what stands in the boxes, and in which of them. */
export interface BoxesFlaw {
  readonly keyword: 'missing-part' | 'short-year' | 'real-date' | 'format'
  readonly boxes: readonly Box[]
}
export type BoxesChecked =
  | { readonly status: 'value'; readonly value: string }
  | { readonly status: 'wrong'; readonly flaw: BoxesFlaw }

/** One kind's boxes: which, and what an answer in all of them is. */
export interface BoxesRule {
  readonly boxes: readonly Box[]
  check(texts: Texts): BoxesChecked
}

export function boxControls(rule: BoxesRule, prefix: string): readonly string[] {
  return rule.boxes.map((box) => `${prefix}-${box}`)
}

export type BoxesRead =
  | { readonly status: 'missing' }
  | { readonly status: 'value'; readonly value: string }
  | { readonly status: 'wrong'; readonly flaws: readonly Flaw[] }

/** What was posted in the boxes. The flaw's control is the first box that is wrong (WCAG 3.3.1). */
export function parseBoxes(rule: BoxesRule, field: Field, input: Input, prefix: string): BoxesRead {
  const texts: Partial<Record<Box, string>> = {}
  for (const box of rule.boxes) {
    const read = readControl(field, input, `${prefix}-${box}`)
    if (read.status === 'wrong') return read
    texts[box] = tidyShort(read.text)
  }
  const checked = checkBoxes(rule, texts)
  if (checked.status !== 'wrong') return checked
  const { keyword, boxes } = checked.flaw
  const first = boxes[0] ?? rule.boxes[0] ?? ''
  const params = keyword === 'missing-part' ? { part: first, parts: boxes.join(',') } : {}
  return { status: 'wrong', flaws: [flawOf(field, `${prefix}-${first}`, keyword, params)] }
}

/** Missing parts first, then what is wrong with them (the Design System's order). */
function checkBoxes(rule: BoxesRule, texts: Texts): BoxesChecked | { readonly status: 'missing' } {
  const empty = rule.boxes.filter((box) => !texts[box])
  if (empty.length === rule.boxes.length) return { status: 'missing' }
  if (empty.length > 0) return { status: 'wrong', flaw: { keyword: 'missing-part', boxes: empty } }
  return rule.check(texts)
}

export type YearMonth = { readonly year: number; readonly month: number }

/** The year and the month of the boxes, or which of them is none. A year has four digits. */
export function readYearMonth(
  texts: Texts,
):
  | ({ readonly status: 'read' } & YearMonth)
  | { readonly status: 'wrong'; readonly flaw: BoxesFlaw } {
  const month = readMonth(texts.month ?? '')
  if (month === undefined || month < 1 || month > 12) return boxesWrong('real-date', 'month')
  const year = texts.year ?? ''
  if (/^\d{1,3}$/u.test(year)) return boxesWrong('short-year', 'year')
  if (!/^[1-9]\d{3}$/u.test(year)) return boxesWrong('real-date', 'year')
  return { status: 'read', year: Number(year), month }
}

export function boxesWrong(
  keyword: BoxesFlaw['keyword'],
  ...boxes: readonly Box[]
): { readonly status: 'wrong'; readonly flaw: BoxesFlaw } {
  return { status: 'wrong', flaw: { keyword, boxes } }
}

/** govuk-frontend's `date-input`, each box with its name, its value, and whether it is in error. */
export function showBoxes(
  rule: BoxesRule,
  field: Field,
  prefix: string,
  context: ShowContext,
): Shown {
  const controls = boxControls(rule, prefix)
  const error = errorOf(controls, context)
  const wrong = error ? wrongBoxes(rule, prefix, context) : []
  const words = engineWordsOf(context.language)
  return {
    component: 'date-input',
    options: optionsOf({
      id: prefix,
      namePrefix: prefix,
      fieldset: { legend: legendOf(field, context) },
      hint: hintOf(field, context),
      errorMessage: error,
      items: rule.boxes.map((box) =>
        optionsOf({
          name: box,
          label: words[box],
          classes: `govuk-input--width-${WIDTHS[box]}`,
          value: textIn(context, `${prefix}-${box}`),
          inputmode: box === 'time' ? 'text' : undefined,
          autocomplete: boxAutocomplete(field, box),
          error: error ? wrong.includes(box) : undefined,
        }),
      ),
    }),
  }
}

const WIDTHS: Readonly<Record<Box, number>> = { day: 2, month: 2, year: 4, time: 5 }

/** The boxes that the message is about; all of them where it is about the date as a whole. */
function wrongBoxes(rule: BoxesRule, prefix: string, context: ShowContext): readonly Box[] {
  const texts: Partial<Record<Box, string>> = {}
  for (const box of rule.boxes) texts[box] = tidyShort(textIn(context, `${prefix}-${box}`) ?? '')
  const checked = checkBoxes(rule, texts)
  return checked.status === 'wrong' ? checked.flaw.boxes : rule.boxes
}

function boxAutocomplete(field: Field, box: Box): string | undefined {
  const { autocomplete, subject } = field.presentation
  return autocomplete === 'bday' && subject !== 'other' && box !== 'time'
    ? `bday-${box}`
    : undefined
}
