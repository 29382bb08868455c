import { holds } from '../../flow/conditions.ts'
import type { Computed, Condition, Operand, Test } from '../../journey/condition.ts'
import type { Step } from '../../journey/journey.ts'
import type { Subject } from '../subject.ts'
import { emptyWorld } from '../world.ts'
import { amountIn, answersIn, intervalOf, within } from './intervals.ts'
import { EVERY, type Sets, type StateSet } from './sets.ts'
import { FIRST_ANSWER, type Variable } from './variables.ts'
import { testKey } from './wanted.ts'

/** What conditions are read with. */
export interface Reader {
  readonly sets: Sets
  readonly variables: readonly Variable[]
  readonly of: (operand: Operand, step: Step) => Variable | undefined
  readonly test: (key: string) => Variable | undefined
  readonly subject: Subject
}

/** Above this many parts it is only looked at whether all of them are answered, or none. */
const MOST_PARTS = 4

/** A number that is made of answers: within the bounds of those that are given there. */
export function valueSet(key: string, test: Test, step: Step, reader: Reader): StateSet {
  const { sets, subject } = reader
  const { journey } = subject
  const rule = journey.values[key]
  const variable = reader.test(testKey({ from: 'value', key }, test, step, subject))
  if (!rule || !variable) return EVERY
  if (variable.cells.length === 0) return sets.where(variable.index, [1])
  const condition: Condition = { is: 'test', of: { from: 'literal', value: 0 }, test }
  const passing = (isGiven: (operand: Operand) => boolean | undefined): StateSet => {
    const bounds = intervalOf(rule, journey, (operand, by) =>
      amountIn(operand, by, isGiven(operand), journey),
    )
    // A number that it cannot be stands for the nearest that it can.
    const passes = variable.cells.flatMap(({ value }, at) =>
      passesAt(condition, within(Number(value), bounds), subject) ? [at] : [],
    )
    return sets.where(variable.index, passes)
  }
  const parts = partsOf(rule, step, reader)
  return parts === undefined ? passing(() => undefined) : waysGiven(parts, passing, reader)
}

function passesAt(
  condition: Extract<Condition, { is: 'test' }>,
  value: number,
  { journey, contracts }: Subject,
): boolean {
  const of: Operand = { from: 'literal', value }
  return holds({ ...condition, of }, { world: emptyWorld(journey, contracts), answers: {} })
}

interface Part {
  readonly names: ReadonlySet<string>
  readonly given: StateSet
}

/** The answers that a number is made of, by variable; undefined where of some it is not known whether they are given. */
function partsOf(rule: Computed, step: Step, reader: Reader): readonly Part[] | undefined {
  const parts = new Map<number, Set<string>>()
  for (const operand of answersIn(rule, reader.subject.journey)) {
    const variable = reader.of(operand, step)
    // An item's turn does not know of the items before it.
    if (variable?.is !== 'answer' || operand.path[0] === step.repeat) return undefined
    const names = parts.get(variable.index) ?? new Set()
    parts.set(variable.index, names.add(JSON.stringify(operand)))
  }
  return [...parts].map(([index, names]) => ({
    names,
    given: reader.sets.where(
      index,
      range(FIRST_ANSWER, reader.variables[index]?.size ?? FIRST_ANSWER),
    ),
  }))
}

function waysGiven(
  parts: readonly Part[],
  passing: (isGiven: (operand: Operand) => boolean | undefined) => StateSet,
  { sets }: Reader,
): StateSet {
  const open = passing(() => undefined)
  const all = 2 ** parts.length - 1
  const ways = parts.length > MOST_PARTS ? [0, all] : Array.from({ length: all + 1 }, (_, at) => at)
  return ways.reduce((now, way) => {
    const isGiven = (at: number) => ((way >> at) & 1) === 1
    const told = passing((operand) => {
      const name = JSON.stringify(operand)
      return isGiven(parts.findIndex(({ names }) => names.has(name)))
    })
    if (told === open) return now
    const states = parts.reduce(
      (set, { given }, at) => sets.and(set, isGiven(at) ? given : sets.not(given)),
      EVERY,
    )
    return sets.or(sets.minus(now, states), sets.and(told, states))
  }, open)
}

export function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)
}
