import { flawOf } from '../fields/control.ts'
import type { Field, Flaw, Json } from '../fields/field.ts'
import { kindOf } from '../fields/kinds.ts'
import { partAnswer } from '../fields/object.ts'
import { firstControl } from '../fields/required.ts'
import { wordsIn } from '../fields/textarea.ts'
import { type AnswerOf, isInRelation, resolveLimit } from './dates.ts'

/** What limits are measured against. */
export interface Measure {
  /** `YYYY-MM-DD` in the site's time zone. */
  readonly today: string
  readonly answerOf: AnswerOf
}

/**
 * The limits that JSON Schema does not know, of a field and its parts: `maxWords`, and `before`, `onOrBefore`, `after`,
 * `onOrAfter` of a date. A limit that is another field's answer holds nobody up while that is not given.
 */
export function limitFlaws(
  field: Field,
  prefix: string,
  value: Json,
  measure: Measure,
): readonly Flaw[] {
  if (field.kind === 'repeat')
    return Array.isArray(value)
      ? value.flatMap((item: Json, index) =>
          partFlaws(field, `${prefix}-${index + 1}`, item, measure),
        )
      : []
  const { item } = field
  if (item)
    return Array.isArray(value)
      ? value.flatMap((one: Json, index) =>
          limitFlaws(item, `${prefix}-${index + 1}`, one, measure),
        )
      : []
  if (field.parts.length > 0) return partFlaws(field, prefix, value, measure)
  if (typeof value !== 'string') return []
  return [...wordFlaws(field, prefix, value), ...dateFlaws(field, prefix, value, measure)]
}

function partFlaws(field: Field, prefix: string, value: Json, measure: Measure): readonly Flaw[] {
  return field.parts.flatMap((part) => {
    const answer = partAnswer(value, part)
    return answer === undefined ? [] : limitFlaws(part, `${prefix}-${part.name}`, answer, measure)
  })
}

function wordFlaws(field: Field, prefix: string, text: string): readonly Flaw[] {
  const { maxWords } = field.presentation
  if (maxWords === undefined || wordsIn(text) <= maxWords) return []
  return [flawOf(field, firstControl(field, prefix, kindOf), 'maxWords', { limit: maxWords })]
}

/** Params: `limit`, the day as ISO 8601, and `today: 1` where the author wrote `today`. */
function dateFlaws(field: Field, prefix: string, date: string, measure: Measure): readonly Flaw[] {
  for (const { relation, to } of field.presentation.limits ?? []) {
    const limit = resolveLimit(to, measure.today, measure.answerOf)
    if (limit === undefined || isInRelation(date, relation, limit)) continue
    const params = { limit, ...(to.is === 'today' && { today: 1 }) }
    return [flawOf(field, firstControl(field, prefix, kindOf), relation, params)]
  }
  return []
}
