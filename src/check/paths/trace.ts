import type { Explored } from './explore.ts'
import type { Formulas } from './formulas.ts'
import type { Act, Site } from './graph.ts'
import { before, type Op } from './moves.ts'
import { NONE, type StateSet } from './sets.ts'
import { range } from './value-sets.ts'
import { FIRST_ANSWER, type Variable } from './variables.ts'

/** An answer, or a fact, on the way. */
export interface Given {
  readonly variable: Variable
  readonly value: number
  /** Another one would not have led there. */
  readonly matters: boolean
  /** Of a fact that lapses: the answer that is another now. */
  readonly by?: string
}

/** What somebody does on one page. */
export interface Leg {
  /** Absent: on the page where the way ends. */
  readonly act?: Act
  readonly given: readonly Given[]
}

/** A way from the start to somewhere: what is so from the start, and what is done on each page. */
export interface Trace {
  readonly first: readonly Given[]
  readonly legs: readonly Leg[]
  /** Some condition on it was not worked out. */
  readonly isOpen: boolean
  /** Facts that hold where it ends. */
  readonly facts: ReadonlySet<string>
}

interface Stretch {
  readonly act?: Act
  readonly ops: readonly Op[]
  /** The states from which each op leads on, and those behind the last. */
  readonly wanted: readonly StateSet[]
}

/** One way is enough: of more states than take this room, those are followed that take that. */
const [MOST_ROOM, ROOM] = [150, 12]

/** The shortest way to a place with some states behind its ops; undefined where none leads there. */
export function traceTo(
  site: Site,
  states: StateSet,
  explored: Explored,
  formulas: Formulas,
): Trace | undefined {
  const { sets } = formulas
  const last = stretchOf(undefined, site.ops, states, formulas)
  const stretches = [last]
  let found = comeTo(site.node, last.wanted[0] ?? NONE, explored, formulas)
  while (found && found.round > 0) {
    const step = earlier(found, explored, formulas)
    if (!step) return undefined
    stretches.unshift(step.stretch)
    found = step.found
  }
  return found && follow(sets.and(found.states, explored.first), stretches, formulas)
}

/** Where a way comes to on its way back: all states from which it leads on, and when one of them is come to first. */
interface Found {
  readonly node: number
  readonly states: StateSet
  readonly round: number
}

/** Whether others lead on too makes no difference, but for the room that it takes. */
function comeTo(
  node: number,
  wanted: StateSet,
  explored: Explored,
  { sets }: Formulas,
): Found | undefined {
  const found = explored.firstAt(node, wanted)
  if (!found) return undefined
  const isLarge = sets.sizeOf(wanted, MOST_ROOM + 1) > MOST_ROOM
  const states = isLarge ? sets.some(sets.and(found.states, wanted), MOST_ROOM, ROOM) : wanted
  return { node, states, round: found.round }
}

function stretchOf(
  act: Act | undefined,
  ops: readonly Op[],
  states: StateSet,
  { sets }: Formulas,
): Stretch {
  const wanted = [states]
  for (const op of ops.toReversed()) wanted.unshift(before(wanted[0] ?? NONE, op, sets))
  return { ...(act && { act }), ops, wanted }
}

function earlier(found: Found, explored: Explored, formulas: Formulas) {
  for (const edge of explored.into(found.node)) {
    const stretch = stretchOf(edge.act, edge.ops, found.states, formulas)
    const one = comeTo(edge.from, stretch.wanted[0] ?? NONE, explored, formulas)
    if (one && one.round < found.round) return { stretch, found: one }
  }
  return undefined
}

/** One state on its way. */
interface Follower {
  readonly formulas: Formulas
  readonly state: Map<number, number>
}

/** Walks forwards with one state. */
function follow(start: StateSet, stretches: readonly Stretch[], formulas: Formulas): Trace {
  const { sets, variables } = formulas
  const follower: Follower = { formulas, state: new Map(sets.pick(start)) }
  const wanted = stretches[0]?.wanted[0] ?? NONE
  const first = variables.flatMap(({ index, is, size }): Given[] => {
    if (is !== 'fact' && is !== 'source' && is !== 'test') return []
    const one = givenNow(index, range(0, size), wanted, follower)
    return one && (one.matters || one.value > 0) ? [one] : []
  })
  const legs = stretches.map(
    (stretch): Leg => ({
      ...(stretch.act && { act: stretch.act }),
      given: stretch.ops.flatMap((op, at) => make(op, stretch.wanted[at + 1] ?? NONE, follower)),
    }),
  )
  const held = variables.filter(({ is, index }) => is === 'fact' && follower.state.get(index) === 1)
  const isOpen = stretches.some(({ ops }) =>
    ops.some((op) => op.is === 'keep' && isUndecided(op.states, formulas)),
  )
  return { first, legs, isOpen, facts: new Set(held.map(({ name }) => name)) }
}

function isUndecided(states: StateSet, { sets, variables }: Formulas): boolean {
  return [...sets.variablesOf(states)].some((index) => variables[index]?.is === 'open')
}

/** What an op does to the one state, so that it comes to be among those that are wanted behind it. */
function make(op: Op, wanted: StateSet, follower: Follower): readonly Given[] {
  const { state } = follower
  if (op.is === 'set') state.set(op.variable, op.value)
  if (op.is === 'lapse') return lapse(op, wanted, follower)
  if (op.is === 'forget') return become(op.variables, wanted, follower)
  if (op.is !== 'ask' || !isIn(op.when, follower)) return []
  if ((state.get(op.variable) ?? 0) < FIRST_ANSWER) {
    const value = op.values.find((one) => wouldBeIn(wanted, follower, op.variable, one))
    state.set(op.variable, value ?? op.values[0] ?? 0)
  }
  const one = givenNow(op.variable, op.values, wanted, follower)
  return one ? [one] : []
}

/** What is not known any more is what leads on; of numbers that are made of answers that is told. */
function become(gone: ReadonlySet<number>, wanted: StateSet, follower: Follower): readonly Given[] {
  const { formulas, state } = follower
  if (isIn(wanted, follower)) return []
  const { sets, variables } = formulas
  const kept = [...sets.variablesOf(wanted)].filter((one) => !gone.has(one))
  const left = kept.reduce((set, one) => sets.given(set, one, state.get(one) ?? 0), wanted)
  for (const [variable, value] of sets.pick(left)) state.set(variable, value)
  return [...gone].flatMap((index) => {
    const { computed, size = 0 } = variables[index] ?? {}
    const one = computed === undefined ? [] : givenNow(index, range(0, size), wanted, follower)
    return one ?? []
  })
}

/** The fact stays, if that leads on. */
function lapse(
  { variable: index, by }: Extract<Op, { is: 'lapse' }>,
  wanted: StateSet,
  follower: Follower,
): readonly Given[] {
  const { formulas, state } = follower
  const variable = formulas.variables[index]
  if (!variable || isIn(wanted, follower) || state.get(index) !== 1) return []
  state.set(index, 0)
  return [{ variable, value: 0, matters: true, by }]
}

function isIn(states: StateSet, { formulas, state }: Follower): boolean {
  return formulas.sets.has(states, (variable) => state.get(variable) ?? 0)
}

/** The same, were one variable something else. */
function wouldBeIn(states: StateSet, follower: Follower, variable: number, value: number): boolean {
  const { formulas, state } = follower
  return formulas.sets.has(states, (one) => (one === variable ? value : (state.get(one) ?? 0)))
}

/** What a variable is now; another value matters if it would not have led on. */
function givenNow(
  index: number,
  others: readonly number[],
  wanted: StateSet,
  follower: Follower,
): Given | undefined {
  const variable = follower.formulas.variables[index]
  const value = follower.state.get(index) ?? 0
  const matters = others.some(
    (other) => other !== value && !wouldBeIn(wanted, follower, index, other),
  )
  return variable && { variable, value, matters }
}
