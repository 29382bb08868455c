import type { Field, Json } from '../../fields/field.ts'
import { holds } from '../../flow/conditions.ts'
import type { Computed, Condition, Operand, Test } from '../../journey/condition.ts'
import type { Journey } from '../../journey/journey.ts'
import type { ContractTable } from '../../journey/reading.ts'
import { emptyWorld } from '../world.ts'
import { numbersApart } from './candidates.ts'
import { type Cell, cellsOf } from './cells.ts'
import { isWhole } from './intervals.ts'

/** Not asked so far; asked, and left out; the others are answers. Of facts and marks: 0 is no, 1 is yes. */
export const NOT_ASKED = 0
export const LEFT_OUT = 1
export const FIRST_ANSWER = 2

/** Something that may differ between people on one step: an answer, a fact, a source, a test that cannot be decided, a condition that is too large. */
export interface Variable {
  readonly index: number
  readonly key: string
  readonly is: 'answer' | 'fact' | 'source' | 'test' | 'mark' | 'open'
  /** As authors know it. */
  readonly name: string
  /** Of an answer: what is asked for. */
  readonly field?: Field
  /** Of an answer: of which repeat's items. */
  readonly array?: string
  readonly path: readonly string[]
  /** Of a test: the number of `values:` that it is of. */
  readonly computed?: string
  readonly tests: readonly Test[]
  /** Of a number of `values:` from 0 on; of answers from `FIRST_ANSWER` on; of sources from 1 on. */
  readonly cells: readonly Cell[]
  readonly size: number
}

/** What is to become a variable. */
export interface Wanted {
  readonly key: string
  readonly is: Variable['is']
  readonly name: string
  readonly path?: readonly string[]
  readonly array?: string
  readonly field?: Field
  readonly computed?: string
  /** The steps are looked at in order: what belongs together stands together. */
  readonly at: number
  readonly tests: Test[]
}

/** Whether a test can be decided from the answer alone. */
export function isAlone(test: Test): boolean {
  if (test.test === 'same-as' || test.test === 'compare') return false
  return test.test !== 'date' || test.to.is !== 'answer'
}

export function variableOf(
  wanted: Wanted,
  index: number,
  journey: Journey,
  contracts: ContractTable,
): Variable {
  const { is, path = [], array, field, computed } = wanted
  const tests = [...new Map(wanted.tests.map((test) => [JSON.stringify(test), test])).values()]
  const base = baseOf(wanted, index)
  if (is === 'answer') {
    const told =
      field && field.kind !== 'repeat'
        ? cellsOf(field, tests, tester(path, array, journey, contracts))
        : undefined
    const cells = told ?? [{ passes: [] }]
    return { ...base, tests: told ? tests : [], cells, size: FIRST_ANSWER + cells.length }
  }
  if (is === 'source') {
    const cells = sourceCells(tests)
    return { ...base, tests, cells, size: 1 + cells.length }
  }
  const cells = computedCells(tests, journey.values[computed ?? ''], journey)
  if (cells.length > 0) return { ...base, tests, cells, size: cells.length }
  return { ...base, tests: [], cells: [], size: 2 }
}

function baseOf(wanted: Wanted, index: number): Omit<Variable, 'tests' | 'cells' | 'size'> {
  const { key, is, name, path = [], array, field, computed } = wanted
  return {
    index,
    key,
    is,
    name,
    path,
    ...(array !== undefined && { array }),
    ...(field && { field }),
    ...(computed !== undefined && { computed }),
  }
}

/** Of a number that is made of answers: its size, as far as tests tell it apart. */
function computedCells(
  tests: readonly Test[],
  rule: Computed | undefined,
  journey: Journey,
): readonly Cell[] {
  if (!rule || tests.length === 0) return []
  return numbersApart(tests, isWhole(rule, journey)).map((value) => ({ value, passes: [] }))
}

function tester(
  path: readonly string[],
  array: string | undefined,
  journey: Journey,
  contracts: ContractTable,
) {
  const world = emptyWorld(journey, contracts)
  const of: Operand = { from: 'answer', path }
  return (test: Test, value: Json): boolean => {
    const answers = path.reduceRight<Json>((inner, name) => ({ [name]: inner }), value) as Record<
      string,
      Json
    >
    const condition: Condition = { is: 'test', of, test }
    const item = array === undefined ? undefined : { array, number: 1, answers }
    return holds(condition, item ? { world, answers: {}, item } : { world, answers })
  }
}

/** A source: what it is compared with, and something else. */
function sourceCells(tests: readonly Test[]): readonly Cell[] {
  const named = [
    ...new Set(
      tests.flatMap((test) => ('values' in test && test.test !== 'kind' ? test.values : [])),
    ),
  ]
  return [...named, 'something else'].map((value) => ({
    value,
    passes: tests.map((test) => passesAsSource(test, value)),
  }))
}

function passesAsSource(test: Test, value: Json): boolean {
  if (test.test === 'one-of') return test.values.includes(value)
  if (test.test === 'all-of') return test.values.every((one) => one === value)
  return test.test === 'none-of' && !test.values.includes(value)
}
