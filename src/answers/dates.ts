import { shiftDate } from '../fields/calendar.ts'
import type { DateLimit, DateRelation, Json } from '../fields/field.ts'

export { todayIn } from '../fields/calendar.ts'
export { dateWords as dateInWords } from '../fields/date-words.ts'

/** The answer at a path; undefined where it is not given. */
export type AnswerOf = (path: readonly string[]) => Json | undefined

/**
 * The day of a limit, as ISO 8601; undefined where the other field is not answered, or is no date. `today` is
 * `YYYY-MM-DD` in the site's time zone, see `todayIn`.
 */
export function resolveLimit(
  limit: DateLimit,
  today: string,
  answerOf: AnswerOf,
): string | undefined {
  switch (limit.is) {
    case 'date':
      return limit.date
    case 'today':
      return today
    case 'shifted':
      return shiftDate(today, limit.amount, limit.unit)
    case 'answer': {
      const answer = answerOf(limit.path)
      return typeof answer === 'string' && /^\d{4}-\d{2}/u.test(answer) ? answer : undefined
    }
  }
}

/**
 * Whether a date stands so to another. Both are ISO 8601, of a month, a day or a minute; compared as far as both go: a
 * month is not before a day within it.
 */
export function isInRelation(date: string, relation: DateRelation, limit: string): boolean {
  const length = Math.min(date.length, limit.length)
  const [left, right] = [date.slice(0, length), limit.slice(0, length)]
  switch (relation) {
    case 'before':
      return left < right
    case 'onOrBefore':
      return left <= right
    case 'after':
      return left > right
    case 'onOrAfter':
      return left >= right
  }
}
