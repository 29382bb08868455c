import type { Field, Json } from '../../fields/field.ts'
import { holds } from '../../flow/conditions.ts'
import type { Condition, Operand, Test } from '../../journey/condition.ts'
import type { Journey, Step } from '../../journey/journey.ts'
import type { ContractTable } from '../../journey/reading.ts'
import { emptyWorld } from '../world.ts'
import { type Cell, cellsOf } from './cells.ts'

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
  readonly tests: readonly Test[]
  /** Of answers from `FIRST_ANSWER` on; of sources from 1 on. */
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
  /** The steps are looked at in order: what belongs together stands together. */
  readonly at: number
  readonly tests: Test[]
}

/** Which answer an operand means on a step: in a repeat, the item's before the journey's. */
export function answerOf(
  path: readonly string[],
  step: Step | undefined,
  journey: Journey,
): {
  readonly key: string
  readonly field?: Field
  readonly array?: string
  readonly path: readonly string[]
} {
  const [first = '', ...rest] = path
  const array = step?.repeat
  const part =
    array === undefined
      ? undefined
      : journey.fields.get(array)?.parts.find((one) => one.name === first)
  // Of the earlier item that this one belongs to: which of them it is cannot be told.
  const earlier = part ? undefined : earlierWith(first, step, journey)
  const start = part ?? earlier ?? journey.fields.get(first)
  // Answers of a repeat's items from outside of it: a list, of which little can be told.
  const isList = !part && start?.kind === 'repeat'
  const field = isList
    ? start
    : rest.reduce<Field | undefined>((one, name) => one?.parts.find((p) => p.name === name), start)
  const told = earlier ? [earlier.name] : isList ? [first] : path
  return {
    key: `answer:${part ? `${array}[].` : ''}${told.join('.')}`,
    path: told,
    ...(field && { field }),
    ...(part && array !== undefined && { array }),
  }
}

/** The earlier list that a step has an item for each item of, where that has a part of this name. */
function earlierWith(name: string, step: Step | undefined, { fields }: Journey): Field | undefined {
  const list = fields.get(step?.repeatFor ?? '')
  return list?.parts.some((part) => part.name === name) ? list : undefined
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
  const { key, is, name, path = [], array, field } = wanted
  const tests = [...new Map(wanted.tests.map((test) => [JSON.stringify(test), test])).values()]
  const base = {
    index,
    key,
    is,
    name,
    path,
    ...(array !== undefined && { array }),
    ...(field && { field }),
  }
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
  return { ...base, tests: [], cells: [], size: 2 }
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
