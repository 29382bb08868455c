import { isoDate } from './calendar.ts'
import {
  type BoxesChecked,
  type BoxesRule,
  boxControls,
  boxesWrong,
  parseBoxes,
  readYearMonth,
  showBoxes,
  type Texts,
} from './date-boxes.ts'
import { monthWords } from './date-words.ts'
import type { Kind } from './field.ts'

const MONTH_BOXES: BoxesRule = { boxes: ['month', 'year'], check: checkMonth }

/** Two boxes; stored `YYYY-MM`. */
export const monthYearKind: Kind = {
  name: 'month-year',
  controls: (_field, prefix) => boxControls(MONTH_BOXES, prefix),
  parse: (field, input, prefix) => parseBoxes(MONTH_BOXES, field, input, prefix),
  typedOf(_field, value, prefix) {
    const [year, month] = String(value).split('-')
    if (!year || !month) return {}
    return { [`${prefix}-month`]: [String(Number(month))], [`${prefix}-year`]: [year] }
  },
  show: (field, prefix, context) => showBoxes(MONTH_BOXES, field, prefix, context),
  summarise: (_field, value, { language }) => [monthWords(String(value), language)],
}

/** True of `YYYY-MM`. */
export function isMonth(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/u.test(text)
}

function checkMonth(texts: Texts): BoxesChecked {
  const read = readYearMonth(texts)
  if (read.status === 'wrong') return read
  const first = isoDate(read.year, read.month, 1)
  return first === undefined
    ? boxesWrong('real-date', 'month', 'year')
    : { status: 'value', value: first.slice(0, 7) }
}
