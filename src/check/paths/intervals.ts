import type { Field, Json } from '../../fields/field.ts'
import type { Computed, Operand } from '../../journey/condition.ts'
import type { Journey } from '../../journey/journey.ts'
import { answerOf } from './which-answer.ts'

/** All numbers that something can be lie between these, and may be these. */
export interface Interval {
  readonly least: number
  readonly most: number
}

const ANY: Interval = { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY }
const ZERO: Interval = { least: 0, most: 0 }

/** What a number of `values:` can be; `of`: what an answer among its parts can be. */
export function intervalOf(
  { by, of }: Computed,
  { values }: Pick<Journey, 'values'>,
  amountOf: (operand: Operand, by: Computed['by']) => Interval,
): Interval {
  const parts = of.map((one): Interval => {
    if ('by' in one) return intervalOf(one, { values }, amountOf)
    if (one.from !== 'value') return amountOf(one, by)
    const rule = values[one.key]
    if (!rule) return ANY
    const whole = intervalOf(rule, { values }, amountOf)
    return by === 'count' ? { least: 1, most: 1 } : whole
  })
  const [first = ZERO, ...rest] = parts
  if (by === 'times') return rest.reduce(product, first)
  return rest.reduce((all, one) => (by === 'minus' ? less(all, one) : sum(all, one)), first)
}

/** The answers of which a number is made, of each other's too. */
export function answersIn(
  { of }: Computed,
  journey: Pick<Journey, 'values'>,
): readonly Extract<Operand, { from: 'answer' }>[] {
  return of.flatMap((one) => {
    if ('by' in one) return answersIn(one, journey)
    if (one.from === 'answer') return [one]
    const rule = one.from === 'value' ? journey.values[one.key] : undefined
    return rule ? answersIn(rule, journey) : []
  })
}

/** What a part can be: `isGiven` where it is answered, or is not; undefined where it may be either. */
export function amountIn(
  operand: Operand,
  by: Computed['by'],
  isGiven: boolean | undefined,
  journey: Journey,
): Interval {
  if (operand.from === 'literal') return exactly(by === 'count' ? 1 : operand.value)
  if (operand.from !== 'answer') return ANY
  if (isGiven === false) return ZERO
  const { field } = answerOf(operand.path, undefined, journey)
  if (!field) return ANY
  const part = field.kind === 'repeat' ? partOf(field, operand.path) : undefined
  const given = by === 'count' ? countOf(field) : part ? timesOf(field, part) : numberOf(field)
  return isGiven ? given : hull(given, ZERO)
}

function partOf(list: Field, path: readonly string[]): Field | undefined {
  return path
    .slice(1)
    .reduce<Field | undefined>((one, name) => one?.parts.find((part) => part.name === name), list)
}

function exactly(value: Json): Interval {
  return typeof value === 'number' ? { least: value, most: value } : ANY
}

/** Items may be taken away again, and one may be left out of each. */
function countOf({ kind, schema, options, presentation }: Field): Interval {
  const isList = schema['type'] === 'array' || kind === 'repeat' || kind === 'several'
  if (!isList) return { least: 1, most: 1 }
  const { minItems, maxItems } = schema
  const ticked = kind === 'checkboxes' && !presentation.optionsFrom ? options.length : undefined
  return {
    least: typeof minItems === 'number' ? minItems : 0,
    most: Math.min(
      typeof maxItems === 'number' ? maxItems : Number.POSITIVE_INFINITY,
      ticked ?? Number.POSITIVE_INFINITY,
    ),
  }
}

/** What the items of a list make together; of each the part may be left out. */
function timesOf(list: Field, part: Field): Interval {
  const one = hull(numberOf(part), ZERO)
  return product(one, { least: 0, most: countOf(list).most })
}

function numberOf({ kind, schema, options }: Field): Interval {
  const numbers = options.flatMap(({ value }) => (typeof value === 'number' ? [value] : []))
  if (kind !== 'number') {
    const isOneOf = ['radios', 'select', 'search'].includes(kind) && options.length > 0
    return isOneOf && numbers.length === options.length
      ? { least: Math.min(...numbers), most: Math.max(...numbers) }
      : ANY
  }
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, type } = schema
  const by = type === 'integer' ? 1 : 0
  const bounds = (found: readonly (readonly [Json | undefined, number])[]) =>
    found.flatMap(([bound, more]) => (typeof bound === 'number' ? [bound + more] : []))
  return {
    least: Math.max(
      ANY.least,
      ...bounds([
        [minimum, 0],
        [exclusiveMinimum, by],
      ]),
    ),
    most: Math.min(
      ANY.most,
      ...bounds([
        [maximum, 0],
        [exclusiveMaximum, -by],
      ]),
    ),
  }
}

function hull(one: Interval, other: Interval): Interval {
  return { least: Math.min(one.least, other.least), most: Math.max(one.most, other.most) }
}

function sum(one: Interval, other: Interval): Interval {
  return { least: one.least + other.least, most: one.most + other.most }
}

function less(one: Interval, other: Interval): Interval {
  return { least: one.least - other.most, most: one.most - other.least }
}

function product(one: Interval, other: Interval): Interval {
  const ends = [one.least, one.most].flatMap((a) =>
    // However large, as often as not at all is nothing.
    [other.least, other.most].map((b) => (a === 0 || b === 0 ? 0 : a * b)),
  )
  return { least: Math.min(...ends), most: Math.max(...ends) }
}

export function within(value: number, { least, most }: Interval): number {
  return Math.min(Math.max(value, least), most)
}

/** Whether a number made of answers is always a whole one. */
export function isWhole({ by, of }: Computed, journey: Journey): boolean {
  if (by === 'count') return true
  return of.every((one) => {
    if ('by' in one) return isWhole(one, journey)
    if (one.from === 'literal') return Number.isInteger(one.value)
    if (one.from === 'value') {
      const rule = journey.values[one.key]
      return rule !== undefined && isWhole(rule, journey)
    }
    if (one.from !== 'answer') return false
    const { field } = answerOf(one.path, undefined, journey)
    const asked = field?.kind === 'repeat' ? partOf(field, one.path) : field
    return asked?.schema['type'] === 'integer'
  })
}
