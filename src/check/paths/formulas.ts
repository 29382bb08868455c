import type { Condition, Operand, Test } from '../../journey/condition.ts'
import { operandsOf } from '../../journey/condition-operands.ts'
import type { Step } from '../../journey/journey.ts'
import type { Subject } from '../subject.ts'
import { orderOf } from './order.ts'
import { relatedIn } from './related.ts'
import { createSets, EVERY, NONE, type Sets, type StateSet } from './sets.ts'
import { type Reader, range, valueSet } from './value-sets.ts'
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
  const order = orderOf(
    variables.length,
    relatedIn(
      subject,
      (key) => table.get(key)?.index,
      (name, step) => variablesOf(name, step, variables).map(({ index }) => index),
    ),
  )
  const sets = createSets(
    variables.map(({ size }) => size),
    order,
  )
  const of = (operand: Operand, step: Step) => table.get(keyOf(operand, step, subject))
  const made = new Map<Step, Map<Condition, StateSet>>()
  const reader: Reader = { sets, variables, of, test: (key) => table.get(key), subject }
  const open = openOf(variables)
  return {
    sets,
    variables,
    variable: (key) => table.get(key),
    of,
    given: (operand, step) => givenSet(operand, step, reader),
    holding(condition, step) {
      const known = made.get(step) ?? new Map<Condition, StateSet>()
      made.set(step, known)
      const found =
        known.get(condition) ?? setOf(condition, step, reader) ?? undecided(step, open, sets)
      known.set(condition, found)
      return found
    },
  }
}

/** Above this a condition is not worked out: it may be so or not. */
const MOST_ROOM = 1200

/** The variables that stand for conditions that are not worked out, of each step. */
function openOf(variables: readonly Variable[]): Map<string, number[]> {
  const open = new Map<string, number[]>()
  for (const { index, is, name } of variables)
    if (is === 'open') open.set(name, [...(open.get(name) ?? []), index])
  return open
}

function undecided(step: Step, open: ReadonlyMap<string, number[]>, sets: Sets): StateSet {
  const variable = open.get(step.id)?.pop()
  if (variable === undefined) throw new Error(`a condition of "${step.id}" was not counted`)
  return sets.where(variable, [1])
}

/** Undefined: it would take too much room. */
function setOf(condition: Condition, step: Step, reader: Reader): StateSet | undefined {
  const { sets } = reader
  switch (condition.is) {
    case 'all':
      return joined(condition.of, EVERY, sets.and, step, reader)
    case 'any':
      return joined(condition.of, NONE, sets.or, step, reader)
    case 'not': {
      const of = setOf(condition.of, step, reader)
      return of === undefined ? undefined : sets.not(of)
    }
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

function joined(
  conditions: readonly Condition[],
  start: StateSet,
  join: Sets['and'],
  step: Step,
  reader: Reader,
): StateSet | undefined {
  let now = start
  for (const one of conditions) {
    const next = setOf(one, step, reader)
    if (next === undefined) return undefined
    now = join(now, next)
    if (reader.sets.sizeOf(now, MOST_ROOM + 1) > MOST_ROOM) return undefined
  }
  return now
}

function atLeast(count: number, of: readonly Operand[], step: Step, reader: Reader): StateSet {
  const { sets } = reader
  // By how many are still wanted: none, one, …
  let wanted = [EVERY, ...Array.from({ length: Math.max(0, count) }, () => NONE)]
  for (const operand of of) {
    const given = givenSet(operand, step, reader)
    wanted = wanted.map((set, left) =>
      left === 0
        ? EVERY
        : sets.or(sets.and(given, wanted[left - 1] ?? NONE), sets.minus(set, given)),
    )
  }
  return wanted.at(-1) ?? NONE
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
  if (of.from === 'value') return valueSet(of.key, test, step, reader)
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

const byName = new WeakMap<readonly Variable[], ReadonlyMap<string, readonly Variable[]>>()

/** The variables that a field's answer sets: its own, and those of its parts. */
export function variablesOf(
  name: string,
  step: Step,
  variables: readonly Variable[],
): readonly Variable[] {
  const known = byName.get(variables) ?? answersByName(variables)
  byName.set(variables, known)
  return known.get(name)?.filter(({ array }) => array === step.repeat) ?? []
}

function answersByName(variables: readonly Variable[]): ReadonlyMap<string, readonly Variable[]> {
  const groups = new Map<string, Variable[]>()
  for (const one of variables) {
    if (one.is !== 'answer') continue
    const [name = ''] = one.path
    groups.set(name, [...(groups.get(name) ?? []), one])
  }
  return groups
}

/** The values of an answer that was asked for. */
export function askedValues(variable: Variable): readonly number[] {
  return range(NOT_ASKED + 1, variable.size)
}
