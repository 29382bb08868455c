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
import { dateWords } from './date-words.ts'
import type { Kind } from './field.ts'

const DAY_BOXES: BoxesRule = { boxes: ['day', 'month', 'year'], check: checkDay }

/** Three boxes; stored `YYYY-MM-DD`. Names of months and "27th" are accepted, years of two digits are not. */
export const dateKind: Kind = {
  name: 'date',
  controls: (_field, prefix) => boxControls(DAY_BOXES, prefix),
  parse: (field, input, prefix) => parseBoxes(DAY_BOXES, field, input, prefix),
  typedOf: (_field, value, prefix) => dayTyped(String(value), prefix),
  show: (field, prefix, context) => showBoxes(DAY_BOXES, field, prefix, context),
  summarise: (_field, value, { language }) => [dateWords(String(value), language)],
}

/** A day as a number, with or without what makes it a "27th", in English or Welsh. */
const DAY = /^(\d{1,2})(?:st|nd|rd|th|af|ail|il|ydd|ed|fed|eg|ain)?$/iu

/** The day in the boxes, or which of them are wrong: all of them for 31 February. */
export function checkDay(texts: Texts): BoxesChecked {
  const day = Number(DAY.exec(texts.day ?? '')?.[1] ?? 0)
  if (day < 1 || day > 31) return boxesWrong('real-date', 'day')
  const read = readYearMonth(texts)
  if (read.status === 'wrong') return read
  const value = isoDate(read.year, read.month, day)
  return value === undefined
    ? boxesWrong('real-date', 'day', 'month', 'year')
    : { status: 'value', value }
}

/** What the boxes show of a stored day; nothing of what is none. */
export function dayTyped(date: string, prefix: string): Record<string, readonly string[]> {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(date)
  if (!match) return {}
  const [, year = '', month, day] = match
  return {
    [`${prefix}-day`]: [String(Number(day))],
    [`${prefix}-month`]: [String(Number(month))],
    [`${prefix}-year`]: [year],
  }
}
