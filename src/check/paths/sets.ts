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
  forgetAll(a: StateSet, variables: Iterable<number>): StateSet
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

/**
 * Sets of states over variables with few values each, kept as decision diagrams: as exact as a list of the states, and as
 * short as what they have in common allows. `domains`: how many values each variable has, in the order of looking at them.
 */
export function createSets(domains: readonly number[]): Sets {
  const variables: number[] = [LEAF, LEAF]
  const branches: (readonly StateSet[])[] = [[], []]
  const known = new Map<string, StateSet>()
  const memo = new Map<string, StateSet>()

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

  function remembered(key: string, make: () => StateSet): StateSet {
    const found = memo.get(key)
    if (found !== undefined) return found
    const made = make()
    memo.set(key, made)
    return made
  }

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
    return remembered(`&${Math.min(a, b)},${Math.max(a, b)}`, () => {
      const variable = Math.min(variableOf(a), variableOf(b))
      return childrenOf(variable, (value) =>
        and(childOf(a, variable, value), childOf(b, variable, value)),
      )
    })
  }

  function not(a: StateSet): StateSet {
    if (a <= EVERY) return EVERY - a
    return remembered(`!${a}`, () => childrenOf(variableOf(a), (value) => not(branchOf(a, value))))
  }

  const branchOf = (a: StateSet, value: number) => branches[a]?.[value] ?? NONE
  const or = (a: StateSet, b: StateSet) => not(and(not(a), not(b)))

  function forget(a: StateSet, variable: number): StateSet {
    if (variableOf(a) > variable) return a
    return remembered(`?${a},${variable}`, () =>
      variableOf(a) === variable
        ? (branches[a] ?? []).reduce(or, NONE)
        : childrenOf(variableOf(a), (value) => forget(branchOf(a, value), variable)),
    )
  }

  function given(a: StateSet, variable: number, value: number): StateSet {
    if (variableOf(a) > variable) return a
    if (variableOf(a) === variable) return branchOf(a, value)
    return remembered(`=${a},${variable},${value}`, () =>
      childrenOf(variableOf(a), (one) => given(branchOf(a, one), variable, value)),
    )
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
    forgetAll: (a, variables) => [...variables].reduce(forget, a),
    given,
    variablesOf: (a) => new Set([...visit(a, new Set())].map(variableOf)),
    pick,
    has(a, nowOf) {
      let rest = a
      while (rest > EVERY) rest = branchOf(rest, nowOf(variableOf(rest)))
      return rest === EVERY
    },
    sizeOf: (a) => visit(a, new Set()).size,
  }
}
