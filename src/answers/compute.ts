import type { Json } from '../fields/field.ts'
import type { Computed, Operand } from '../journey/condition.ts'
import type { Journey } from '../journey/journey.ts'
import type { Answers } from './draft.ts'

/**
 * A number of `values:` (FORMAT.md, Conditions). An unanswered operand is 0; one that goes over a repeat is the sum of
 * its items, and of `count` the number of them.
 */
export function compute(
  { by, of }: Computed,
  answerOf: (operand: Operand) => Json | undefined,
): number {
  const amount = by === 'count' ? countOf : amountOf
  const amounts = of.map((one) => ('by' in one ? compute(one, answerOf) : amount(answerOf(one))))
  const [first = 0, ...rest] = amounts
  switch (by) {
    case 'sum':
    case 'count':
      return rounded(amounts.reduce((total, one) => total + one, 0))
    case 'minus':
      return rounded(rest.reduce((left, one) => left - one, first))
    case 'times':
      return rounded(amounts.reduce((product, one) => product * one, 1))
  }
}

function amountOf(value: Json | undefined): number {
  if (typeof value === 'number') return value
  return Array.isArray(value)
    ? value.reduce((total: number, one: Json) => total + amountOf(one), 0)
    : 0
}

function countOf(value: Json | undefined): number {
  if (Array.isArray(value)) return value.length
  return value === undefined || value === '' ? 0 : 1
}

/** Ten decimals: what binary fractions add to 0.1 + 0.2 is nobody's money. */
function rounded(value: number): number {
  const near = Math.round(value * 1e10) / 1e10
  return Number.isFinite(near) ? near + 0 : value
}

/** All that a value is made of; in place of another value stands what that is made of. */
export function madeOf(key: string, journey: Pick<Journey, 'values'>): readonly Operand[] {
  const rule = journey.values[key]
  return rule ? operandsIn(rule, journey) : []
}

function operandsIn({ of }: Computed, journey: Pick<Journey, 'values'>): readonly Operand[] {
  return of.flatMap((one) => {
    if ('by' in one) return operandsIn(one, journey)
    return one.from === 'value' ? madeOf(one.key, journey) : [one]
  })
}

/** The answer at a path of names; through a list of items: the list of their answers. */
export function answerAt(answers: Answers, [first = '', ...rest]: readonly string[]) {
  return rest.reduce<Json | undefined>(into, answers[first])
}

function into(value: Json | undefined, key: string): Json | undefined {
  if (Array.isArray(value))
    return value.map((item: Json) => into(item, key)).filter((item) => item !== undefined)
  const isObject = typeof value === 'object' && value !== null
  return isObject && Object.hasOwn(value, key) ? (value as Answers)[key] : undefined
}
