import type { Condition, Operand, Test } from '../../journey/condition.ts'
import { operandsOf } from '../../journey/condition-operands.ts'
import type { Step } from '../../journey/journey.ts'
import type { Subject } from '../subject.ts'
import { createSets, EVERY, NONE, type Sets, type StateSet } from './sets.ts'
import { FIRST_ANSWER, NOT_ASKED, type Variable, variableOf } from './variables.ts'
import { keyOf, testKey, wantedIn } from './wanted.ts'

/** Conditions as sets of states. */
export interface Formulas {
  readonly sets: Sets
  readonly variables: readonly Variable[]
  variable(key: string): Variable | undefined
  /** The variable that an operand reads on a step. */
  of(operand: Operand, step: Step): Variable | undefined
  /** The states in which a condition of a step holds. */
  holding(condition: Condition, step: Step): StateSet
  /** The states in which an operand has a value. */
  given(operand: Operand, step: Step): StateSet
}

export function createFormulas(subject: Subject): Formulas {
  const wanted = wantedIn(subject)
  const ordered = [...wanted.values()].toSorted((a, b) => a.at - b.at)
  const variables = ordered.map((one, index) =>
    variableOf(one, index, subject.journey, subject.contracts),
  )
  const table = new Map(variables.map((one) => [one.key, one]))
  const sets = createSets(variables.map(({ size }) => size))
  const of = (operand: Operand, step: Step) => table.get(keyOf(operand, step, subject))
  const made = new Map<Step, Map<Condition, StateSet>>()
  const reader: Reader = { sets, of, test: (key) => table.get(key), subject }
  return {
    sets,
    variables,
    variable: (key) => table.get(key),
    of,
    given: (operand, step) => givenSet(operand, step, reader),
    holding(condition, step) {
      const known = made.get(step) ?? new Map<Condition, StateSet>()
      made.set(step, known)
      const found = known.get(condition) ?? setOf(condition, step, reader)
      known.set(condition, found)
      return found
    },
  }
}

interface Reader {
  readonly sets: Sets
  readonly of: (operand: Operand, step: Step) => Variable | undefined
  readonly test: (key: string) => Variable | undefined
  readonly subject: Subject
}

function setOf(condition: Condition, step: Step, reader: Reader): StateSet {
  const { sets } = reader
  switch (condition.is) {
    case 'all':
      return condition.of.reduce((all, one) => sets.and(all, setOf(one, step, reader)), EVERY)
    case 'any':
      return condition.of.reduce((any, one) => sets.or(any, setOf(one, step, reader)), NONE)
    case 'not':
      return sets.not(setOf(condition.of, step, reader))
    case 'fact': {
      const fact = reader.test(`fact:${condition.fact}`)
      return fact ? sets.where(fact.index, [1]) : NONE
    }
    case 'answered':
      return atLeast(condition.atLeast, condition.of, step, reader)
    case 'test':
      return testSet(condition.of, condition.test, step, reader)
  }
}

function atLeast(count: number, of: readonly Operand[], step: Step, reader: Reader): StateSet {
  const { sets } = reader
  const [first, ...rest] = of
  if (count <= 0) return EVERY
  if (!first) return NONE
  const given = givenSet(first, step, reader)
  return sets.or(
    sets.and(given, atLeast(count - 1, rest, step, reader)),
    sets.and(sets.not(given), atLeast(count, rest, step, reader)),
  )
}

function givenSet(operand: Operand, step: Step, reader: Reader): StateSet {
  const variable = reader.of(operand, step)
  if (!variable) return EVERY
  const from = variable.is === 'answer' ? FIRST_ANSWER : 1
  return reader.sets.where(variable.index, range(from, variable.size))
}

function testSet(of: Operand, test: Test, step: Step, reader: Reader): StateSet {
  const { sets } = reader
  if (test.test === 'answered') {
    const given = givenSet(of, step, reader)
    return test.is ? given : sets.not(given)
  }
  const variable = reader.of(of, step)
  const at = variable?.tests.findIndex((one) => JSON.stringify(one) === JSON.stringify(test)) ?? -1
  if (variable && at >= 0) {
    const from = variable.is === 'answer' ? FIRST_ANSWER : 1
    const passing = variable.cells.flatMap((cell, index) => (cell.passes[at] ? [from + index] : []))
    return sets.where(variable.index, passing)
  }
  const open = reader.test(testKey(of, test, step, reader.subject))
  const operands = operandsOf({ is: 'test', of, test })
  const given = operands.reduce((all, one) => sets.and(all, givenSet(one, step, reader)), EVERY)
  return open ? sets.and(given, sets.where(open.index, [1])) : given
}

export function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)
}

/** The values of an answer that was asked for. */
export function askedValues(variable: Variable): readonly number[] {
  return range(NOT_ASKED + 1, variable.size)
}
