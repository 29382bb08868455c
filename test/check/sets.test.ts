import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { orderOf } from '../../src/check/paths/order.ts'
import { createSets, NONE, type Sets, type StateSet } from '../../src/check/paths/sets.ts'

const DOMAINS = [2, 3, 2, 4, 2]
const STATES = DOMAINS.reduce<readonly (readonly number[])[]>(
  (all, size) => all.flatMap((one) => Array.from({ length: size }, (_, value) => [...one, value])),
  [[]],
)

/** A set that is made step by step, beside a list of the states that should be in it. */
interface Made {
  readonly set: StateSet
  readonly states: readonly (readonly number[])[]
}

type Make = (sets: Sets) => Made

const where: fc.Arbitrary<Make> = fc.nat(DOMAINS.length - 1).chain((variable) =>
  fc.subarray(Array.from({ length: DOMAINS[variable] ?? 0 }, (_, value) => value)).map(
    (values): Make =>
      (sets) => ({
        set: sets.where(variable, values),
        states: STATES.filter((state) => values.includes(state[variable] ?? -1)),
      }),
  ),
)

const { made } = fc.letrec<{ made: Make }>((tie) => ({
  made: fc.oneof(
    { maxDepth: 4 },
    where,
    fc.tuple(tie('made'), tie('made')).map(
      ([a, b]): Make =>
        (sets) => {
          const [one, other] = [a(sets), b(sets)]
          return {
            set: sets.and(one.set, other.set),
            states: one.states.filter((state) => other.states.includes(state)),
          }
        },
    ),
    fc.tuple(tie('made'), tie('made')).map(
      ([a, b]): Make =>
        (sets) => {
          const [one, other] = [a(sets), b(sets)]
          const isIn = (state: readonly number[]) =>
            one.states.includes(state) || other.states.includes(state)
          return { set: sets.or(one.set, other.set), states: STATES.filter(isIn) }
        },
    ),
    tie('made').map(
      (a): Make =>
        (sets) => {
          const one = a(sets)
          return {
            set: sets.not(one.set),
            states: STATES.filter((state) => !one.states.includes(state)),
          }
        },
    ),
    fc.tuple(tie('made'), fc.nat(DOMAINS.length - 1)).map(
      ([a, variable]): Make =>
        (sets) => {
          const one = a(sets)
          const isLike = (state: readonly number[], other: readonly number[]) =>
            state.every((value, at) => at === variable || value === other[at])
          return {
            set: sets.forget(one.set, variable),
            states: STATES.filter((state) => one.states.some((other) => isLike(state, other))),
          }
        },
    ),
  ),
}))

const order = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 })
const isIn = (sets: Sets, set: StateSet) =>
  STATES.filter((state) => sets.has(set, (variable) => state[variable] ?? 0))
const settings = { seed: 20261126, numRuns: 300 }

describe('sets of states', () => {
  it('hold what a list of the states would, in whatever order the variables are looked at', () => {
    fc.assert(
      fc.property(made, order, (make, by) => {
        const sets = createSets(DOMAINS, by)
        const { set, states } = make(sets)
        expect(isIn(sets, set)).toEqual(states)
        expect(set === NONE).toBe(states.length === 0)
      }),
      settings,
    )
  })

  it('give some of their states where all would take too much room, and none that is not in them', () => {
    fc.assert(
      fc.property(made, order, (make, by) => {
        const sets = createSets(DOMAINS, by)
        const { set } = make(sets)
        const some = sets.some(set, 2, 2)
        expect(sets.minus(some, set)).toBe(NONE)
        expect(some === NONE).toBe(set === NONE)
        if (sets.sizeOf(set) <= 2) expect(some).toBe(set)
      }),
      settings,
    )
  })

  it('change the values of one variable and leave the others', () => {
    fc.assert(
      fc.property(made, order, (make, by) => {
        const sets = createSets(DOMAINS, by)
        const { set, states } = make(sets)
        // The values of the second variable go round.
        const turned = sets.changed(set, 1, {}, (of, value) => of((value + 1) % 3))
        const expected = STATES.filter((state) =>
          states.some((one) =>
            one.every((value, at) => value === (at === 1 ? ((state[1] ?? 0) + 1) % 3 : state[at])),
          ),
        )
        expect(isIn(sets, turned)).toEqual(expected)
      }),
      settings,
    )
  })
})

it('puts variables beside those that they are joined with', () => {
  const pairs = Array.from({ length: 30 }, (_, at) => [at, at + 30])
  const places = orderOf(60, pairs)
  for (const [one = 0, other = 0] of pairs)
    expect(Math.abs(places.indexOf(one) - places.indexOf(other))).toBe(1)
})
