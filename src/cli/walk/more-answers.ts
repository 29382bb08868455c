import { resolveLimit } from '../../answers/dates.ts'
import { conditionsTried, testsIn } from '../../check/paths/condition-places.ts'
import { pathsOf } from '../../check/paths/paths.ts'
import type { Subject } from '../../check/subject.ts'
import { shiftDate } from '../../fields/calendar.ts'
import type { Field, Json } from '../../fields/field.ts'
import type { Test } from '../../journey/condition.ts'

/** Of each field so many, in the order of the definition. */
const MOST = 24

/**
 * Answers that conditions tell apart, by field: one of each kind that `check` knows, days as they are seen from `today`, and
 * where numbers are worked out and tested, the numbers of those tests.
 */
export function moreAnswersOf(subject: Subject, today: string): (field: Field) => readonly Json[] {
  const { variables } = pathsOf(subject).formulas
  const worked = numbersTested(subject)
  return (field) => {
    const mine = variables.filter((one) => one.field === field)
    const cells = mine.flatMap((one) => one.cells.flatMap(({ value = null }) => value ?? []))
    const days = mine.flatMap((one) => one.tests.flatMap((test) => daysOf(test, today)))
    const own = field.kind.includes('date') || field.kind === 'month-year' ? days : cells
    return [...own, ...(field.kind === 'number' ? worked : [])].slice(0, MOST)
  }
}

function daysOf(test: Test, today: string): readonly string[] {
  const day = test.test === 'date' ? resolveLimit(test.to, today, () => undefined) : undefined
  return day === undefined
    ? []
    : [day, ...[-1, 1].flatMap((by) => shiftDate(day, by, 'days') ?? [])]
}

/** Numbers in tests of values that are worked out, and those beside them. */
function numbersTested({ journey }: Subject): readonly number[] {
  const tests = journey.steps.flatMap(conditionsTried).flatMap(testsIn)
  const named = tests.flatMap(({ of, test }) => (of.from === 'value' ? numbersIn(test) : []))
  return [...new Set(named.flatMap((one) => [one, one - 1, one + 1]))]
}

function numbersIn(json: unknown): readonly number[] {
  if (typeof json === 'number') return [json]
  return typeof json === 'object' && json !== null ? Object.values(json).flatMap(numbersIn) : []
}
