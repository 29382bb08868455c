import { EVERY, NONE, type Sets, type StateSet } from './sets.ts'
import { FIRST_ANSWER, LEFT_OUT, NOT_ASKED } from './variables.ts'

/** One thing that happens to what is known, on the way from one page to the next. */
export type Op =
  /** Only these go on. */
  | { readonly is: 'keep'; readonly states: StateSet }
  /** Those of `when` are asked, and may give any answer; who has answered before gives the same again. `values`: with "left out". */
  | {
      readonly is: 'ask'
      readonly variable: number
      readonly values: readonly number[]
      readonly when: StateSet
    }
  | { readonly is: 'set'; readonly variable: number; readonly value: number }
  /** An answer that a fact is about may be another now: then the fact holds no more. */
  | {
      readonly is: 'lapse'
      readonly variable: number
      readonly when: StateSet
      readonly by: string
    }
  /** Nothing that comes asks for them: they need not be known any more. */
  | { readonly is: 'forget'; readonly variables: ReadonlySet<number> }

/** What is known after some ops. */
export function after(states: StateSet, ops: readonly Op[], sets: Sets): StateSet {
  let now = states
  for (const [at, op] of ops.entries()) {
    if (now === NONE) return NONE
    now = afterOne(now, op, sets)
    if (at % OPS_AT_ONCE === 0) now = withinRoom(now, sets)
  }
  return withinRoom(now, sets)
}

/** How many ops may pass until the room is looked at. */
const OPS_AT_ONCE = 4

/** How many sets may be made before less is kept of each; and how much room each may take. */
const ROOMS = [
  [200_000, 1500],
  [500_000, 300],
  [Number.POSITIVE_INFINITY, 60],
] as const

/** A set that takes too much room is made simpler: what is known of the oldest answers goes. */
export function withinRoom(states: StateSet, sets: Sets): StateSet {
  const made = sets.made()
  const room = ROOMS.find(([most]) => made < most)?.[1] ?? 0
  let now = states
  while (sets.sizeOf(now, room + 1) > room) {
    const [oldest] = [...sets.variablesOf(now)].sort((a, b) => a - b)
    if (oldest === undefined) return now
    now = sets.forget(now, oldest)
  }
  return now
}

function afterOne(states: StateSet, op: Op, sets: Sets): StateSet {
  switch (op.is) {
    case 'keep':
      return sets.and(states, op.states)
    case 'set':
      return sets.and(sets.forget(states, op.variable), sets.where(op.variable, [op.value]))
    case 'forget':
      return sets.forgetAll(states, op.variables)
    case 'lapse': {
      const lapsed = sets.changed(sets.and(states, op.when), op.variable, op, (of, value) =>
        value === 0 ? sets.or(of(0), of(1)) : of(value),
      )
      return sets.or(sets.minus(states, op.when), lapsed)
    }
    case 'ask': {
      const { variable, values, when } = op
      const asked = sets.changed(sets.and(states, when), variable, op, (of, value) => {
        if (!values.includes(value)) return NONE
        const open = sets.or(of(NOT_ASKED), of(LEFT_OUT))
        return value < FIRST_ANSWER ? open : sets.or(of(value), open)
      })
      return when === EVERY ? asked : sets.or(sets.minus(states, when), asked)
    }
  }
}

/** The states from which an op leads into some. */
export function before(states: StateSet, op: Op, sets: Sets): StateSet {
  if (states === NONE || isIdle(states, op, sets)) return states
  switch (op.is) {
    case 'keep':
      return sets.and(states, op.states)
    case 'set':
      return sets.given(states, op.variable, op.value)
    case 'forget':
      return sets.forgetAll(states, op.variables)
    case 'lapse': {
      const open = sets.changed(states, op.variable, backwards(op), (of, value) =>
        value === 0 ? of(0) : sets.or(of(0), of(1)),
      )
      return sets.or(sets.minus(states, op.when), sets.and(op.when, open))
    }
    case 'ask': {
      const { variable, values, when } = op
      const asked = sets.changed(states, variable, backwards(op), (of, value) => {
        if (value >= FIRST_ANSWER) return values.includes(value) ? of(value) : NONE
        return values.reduce((any, one) => sets.or(any, of(one)), NONE)
      })
      return when === EVERY ? asked : sets.or(sets.minus(states, when), sets.and(when, asked))
    }
  }
}

/** A question that makes no difference to the states, whatever is answered. */
function isIdle(states: StateSet, op: Op, sets: Sets): boolean {
  return op.is === 'ask' && op.values.length > 0 && !sets.variablesOf(states).has(op.variable)
}

const KEYS = new WeakMap<Op, object>()

/** What names the way back of an op. */
function backwards(op: Op): object {
  const known = KEYS.get(op) ?? {}
  KEYS.set(op, known)
  return known
}
