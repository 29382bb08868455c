/** A set of states, by number; the same set always has the same number. Each state gives every variable one value. */
export type StateSet = number

export const NONE: StateSet = 0
export const EVERY: StateSet = 1

/** One value for some variables: `[variable, value]` by variable. */
export type Picked = ReadonlyMap<number, number>

export interface Sets {
  /** The states in which a variable has one of these values. */
  where(variable: number, values: readonly number[]): StateSet
  and(a: StateSet, b: StateSet): StateSet
  or(a: StateSet, b: StateSet): StateSet
  not(a: StateSet): StateSet
  minus(a: StateSet, b: StateSet): StateSet
  /** The same states, and all that differ from them in this variable only: it is no longer known. */
  forget(a: StateSet, variable: number): StateSet
  forgetAll(a: StateSet, variables: ReadonlySet<number>): StateSet
  /** The states that are in the set when the variable has that value, whatever it has in them. */
  given(a: StateSet, variable: number, value: number): StateSet
  /** Variables that make a difference to the set. */
  variablesOf(a: StateSet): ReadonlySet<number>
  /** One state of the set, as far as it is told apart from others; of each variable the first value that will do. */
  pick(a: StateSet): Picked
  /** Whether a state is in the set. */
  has(a: StateSet, nowOf: (variable: number) => number): boolean
  /** How much room the set takes. */
  sizeOf(a: StateSet): number
}

const LEAF = Number.MAX_SAFE_INTEGER
/** What keys of one number are made with. */
const MOST_SETS = 2 ** 26
const MOST_VARIABLES = 2 ** 13
const MOST_VALUES = 2 ** 11

/**
 * Sets of states over variables with few values each, kept as decision diagrams: as exact as a list of the states, and as
 * short as what they have in common allows. `domains`: how many values each variable has, in the order of looking at them.
 */
export function createSets(domains: readonly number[]): Sets {
  const variables: number[] = [LEAF, LEAF]
  const branches: (readonly StateSet[])[] = [[], []]
  const known = new Map<string, StateSet>()
  const meets = new Map<number, StateSet>()
  const complements = new Map<number, StateSet>()
  const fixed = new Map<number, StateSet>()
  const forgotten = new WeakMap<object, Map<StateSet, StateSet>>()
  const supports = new Map<StateSet, ReadonlySet<number>>()

  function nodeOf(variable: number, children: readonly StateSet[]): StateSet {
    const [first = NONE] = children
    if (children.every((child) => child === first)) return first
    const key = `${variable}:${children.join()}`
    const found = known.get(key)
    if (found !== undefined) return found
    variables.push(variable)
    branches.push(children)
    known.set(key, variables.length - 1)
    return variables.length - 1
  }

  const variableOf = (a: StateSet) => variables[a] ?? LEAF
  const childOf = (a: StateSet, variable: number, value: number) =>
    variableOf(a) === variable ? (branches[a]?.[value] ?? NONE) : a

  function childrenOf(variable: number, of: (value: number) => StateSet): StateSet {
    return nodeOf(
      variable,
      Array.from({ length: domains[variable] ?? 0 }, (_, value) => of(value)),
    )
  }

  function and(a: StateSet, b: StateSet): StateSet {
    if (a === NONE || b === NONE) return NONE
    if (a === EVERY || a === b) return b
    if (b === EVERY) return a
    const key = Math.min(a, b) * MOST_SETS + Math.max(a, b)
    const found = meets.get(key)
    if (found !== undefined) return found
    const variable = Math.min(variableOf(a), variableOf(b))
    const made = childrenOf(variable, (value) =>
      and(childOf(a, variable, value), childOf(b, variable, value)),
    )
    meets.set(key, made)
    return made
  }

  function not(a: StateSet): StateSet {
    if (a <= EVERY) return EVERY - a
    const found = complements.get(a)
    if (found !== undefined) return found
    const made = childrenOf(variableOf(a), (value) => not(branchOf(a, value)))
    complements.set(a, made)
    complements.set(made, a)
    return made
  }

  const branchOf = (a: StateSet, value: number) => branches[a]?.[value] ?? NONE
  const or = (a: StateSet, b: StateSet) => not(and(not(a), not(b)))

  function forgetAll(a: StateSet, gone: ReadonlySet<number>): StateSet {
    if (a <= EVERY) return a
    const known = forgotten.get(gone) ?? new Map<StateSet, StateSet>()
    forgotten.set(gone, known)
    const found = known.get(a)
    if (found !== undefined) return found
    const made = gone.has(variableOf(a))
      ? (branches[a] ?? []).reduce((any, child) => or(any, forgetAll(child, gone)), NONE)
      : childrenOf(variableOf(a), (value) => forgetAll(branchOf(a, value), gone))
    known.set(a, made)
    return made
  }

  const single = domains.map((_, variable) => new Set([variable]))
  const forget = (a: StateSet, variable: number) => forgetAll(a, single[variable] ?? new Set())

  function given(a: StateSet, variable: number, value: number): StateSet {
    if (variableOf(a) > variable) return a
    if (variableOf(a) === variable) return branchOf(a, value)
    const key = (a * MOST_VARIABLES + variable) * MOST_VALUES + value
    const found = fixed.get(key)
    if (found !== undefined) return found
    const made = childrenOf(variableOf(a), (one) => given(branchOf(a, one), variable, value))
    fixed.set(key, made)
    return made
  }

  function visit(a: StateSet, seen: Set<StateSet>): Set<StateSet> {
    if (a <= EVERY || seen.has(a)) return seen
    seen.add(a)
    for (const child of branches[a] ?? []) visit(child, seen)
    return seen
  }

  function pick(a: StateSet): Picked {
    const picked = new Map<number, number>()
    let rest = a
    while (rest > EVERY) {
      const value = (branches[rest] ?? []).findIndex((child) => child !== NONE)
      picked.set(variableOf(rest), value)
      rest = branchOf(rest, value)
    }
    return picked
  }

  return {
    where: (variable, values) =>
      childrenOf(variable, (value) => (values.includes(value) ? EVERY : NONE)),
    and,
    or,
    not,
    minus: (a, b) => and(a, not(b)),
    forget,
    forgetAll,
    given,
    variablesOf(a) {
      const known = supports.get(a) ?? new Set([...visit(a, new Set())].map(variableOf))
      supports.set(a, known)
      return known
    },
    pick,
    has(a, nowOf) {
      let rest = a
      while (rest > EVERY) rest = branchOf(rest, nowOf(variableOf(rest)))
      return rest === EVERY
    },
    sizeOf: (a) => visit(a, new Set()).size,
  }
}
