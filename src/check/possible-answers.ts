import { resolveLimit } from '../answers/dates.ts'
import { validateAnswer } from '../answers/validate.ts'
import { shiftDate } from '../fields/calendar.ts'
import type { Field, Json, JsonObject } from '../fields/field.ts'
import type { Test } from '../journey/condition.ts'

/**
 * Answers that people can give to a field, enough to tell its tests apart; `undefined` is none given, of an optional
 * one. Undefined as a whole: there is no telling.
 */
export function possibleAnswers(
  field: Field,
  tests: readonly Test[],
  today: string,
): readonly (Json | undefined)[] | undefined {
  if (tests.some(({ test }) => test === 'same-as' || test === 'compare')) return undefined
  const candidates = candidatesOf(field, tests, today)
  if (!candidates) return undefined
  const answerOf = () => undefined
  const right = candidates.filter(
    (value) => validateAnswer(field, value, { today, answerOf }).length === 0,
  )
  return field.required ? right : [undefined, ...right]
}

function candidatesOf(
  field: Field,
  tests: readonly Test[],
  today: string,
): readonly Json[] | undefined {
  const options = field.options.map((option) => option.value)
  switch (field.kind) {
    case 'radios':
    case 'select':
    case 'search':
      return options
    case 'checkboxes':
      return choicesOf(field)
    case 'yes-no':
      return [true, false]
    case 'declaration':
      return [true]
    case 'number':
      return numbersOf(field, tests)
    case 'date':
      return datesOf(tests, today)
    case 'phone':
      return ['+447700900123', '+441632960123']
    default:
      return undefined
  }
}

/** One box, two boxes, all boxes. */
function choicesOf(field: Field): readonly Json[] {
  const values = field.options.map((option) => option.value)
  const common = field.options.filter((option) => !option.exclusive).map((option) => option.value)
  const pairs = common.flatMap((one, index) =>
    common.slice(index + 1).map((other): Json => [one, other]),
  )
  return [...values.map((one): Json => [one]), ...pairs, common]
}

/** The numbers that tests and bounds name, and those beside them. */
function numbersOf(field: Field, tests: readonly Test[]): readonly Json[] {
  const named = [...tests.flatMap(numbersIn), ...numbersInSchema(field.schema), 0]
  const step = field.schema['type'] === 'integer' ? 1 : 0.5
  return [...new Set(named.flatMap((number) => [number - step, number, number + step]))]
}

function numbersIn(test: Test): readonly number[] {
  if (test.test === 'schema') return numbersInSchema(test.schema)
  const values = test.test === 'one-of' ? test.values : []
  return values.filter((value) => typeof value === 'number')
}

function numbersInSchema(schema: Json): readonly number[] {
  if (typeof schema === 'number') return [schema]
  if (Array.isArray(schema)) return schema.flatMap(numbersInSchema)
  return typeof schema === 'object' && schema !== null
    ? Object.values(schema as JsonObject).flatMap(numbersInSchema)
    : []
}

function datesOf(tests: readonly Test[], today: string): readonly Json[] | undefined {
  const limits = tests.flatMap((test) => (test.test === 'date' ? [test.to] : []))
  if (limits.some((limit) => limit.is === 'answer')) return undefined
  const named = tests
    .flatMap((test) => (test.test === 'one-of' ? test.values : []))
    .filter((value): value is string => typeof value === 'string')
  const days = [
    ...limits.flatMap((limit) => resolveLimit(limit, today, () => undefined) ?? []),
    ...named,
    today,
  ]
  const around = days.flatMap((day) => [shiftDate(day, -1, 'days'), day, shiftDate(day, 1, 'days')])
  return [...new Set(around.filter((day) => day !== undefined))]
}
