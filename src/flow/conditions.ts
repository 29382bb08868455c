import { compileSchema } from '../answers/compile-schema.ts'
import { isInRelation, resolveLimit } from '../answers/dates.ts'
import type { Field, Json } from '../fields/field.ts'
import { kindOf } from '../fields/kinds.ts'
import type { Condition, Operand, Test } from '../journey/condition.ts'
import { fieldAt, isOfItems } from './fields.ts'
import type { Scope } from './scope.ts'
import { heldFact, isSame, lookUp } from './values.ts'

/** Whether a condition holds now. A test of what is not given, or not on the path, is false. */
export function holds(condition: Condition, scope: Scope): boolean {
  switch (condition.is) {
    case 'all':
      return condition.of.every((one) => holds(one, scope))
    case 'any':
      return condition.of.some((one) => holds(one, scope))
    case 'not':
      return !holds(condition.of, scope)
    case 'fact':
      return heldFact(condition.fact, scope) !== undefined
    case 'answered':
      return condition.of.filter((one) => isGiven(lookUp(one, scope))).length >= condition.atLeast
    case 'test':
      return passes(condition.of, condition.test, scope)
  }
}

export function isGiven(value: Json | undefined): value is Json {
  return value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)
}

function passes(operand: Operand, test: Test, scope: Scope): boolean {
  const value = lookUp(operand, scope)
  if (test.test === 'answered') return isGiven(value) === test.is
  if (!isGiven(value)) return false
  switch (test.test) {
    case 'one-of':
      return test.values.some((one) => isAmong(one, value))
    case 'all-of':
      return test.values.every((one) => isAmong(one, value))
    case 'none-of':
      return !test.values.some((one) => isAmong(one, value))
    case 'same-as':
      return isSame(value, lookUp(test.other, scope))
    default: {
      // Of what each item of a list has of its own, one that passes is enough, as for those that are compared above.
      const all = isOfItems(operand, scope.world) && Array.isArray(value) ? value : [value]
      return all.some((one: Json) => passesAlone(one, operand, test, scope))
    }
  }
}

function passesAlone(
  value: Json,
  operand: Operand,
  test: Extract<Test, { test: 'schema' | 'compare' | 'date' | 'kind' }>,
  scope: Scope,
): boolean {
  switch (test.test) {
    case 'schema':
      return compileSchema(test.schema)(value)
    case 'compare':
      return compares(value, test.keyword, lookUp(test.to, scope))
    case 'date': {
      const answerOf = (path: readonly string[]) => lookUp({ from: 'answer', path }, scope)
      const limit = resolveLimit(test.to, scope.world.today, answerOf)
      return (
        limit !== undefined &&
        typeof value === 'string' &&
        isInRelation(value, test.relation, limit)
      )
    }
    case 'kind':
      return test.values.includes(kindTest(fieldAt(operand, scope), test.name, value) ?? '')
  }
}

/** Equal; or, where many were chosen, one of them. */
function isAmong(wanted: Json, value: Json): boolean {
  return (
    isSame(wanted, value) ||
    (Array.isArray(value) && value.some((one: Json) => isSame(wanted, one)))
  )
}

function compares(value: Json, keyword: string, other: Json | undefined): boolean {
  if (!isGiven(other)) return false
  if (keyword === 'const') return isSame(value, other)
  if (typeof value !== 'number' || typeof other !== 'number') return false
  if (keyword === 'minimum') return value >= other
  if (keyword === 'maximum') return value <= other
  return keyword === 'exclusiveMinimum' ? value > other : value < other
}

function kindTest(field: Field | undefined, name: string, value: Json): string | undefined {
  return field && kindOf(field.kind).tests?.[name]?.of(value)
}
