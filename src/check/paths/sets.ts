import { createForget } from './forget.ts'
import { createLook } from './look.ts'
import { type Cache, createCache, createNodes, LEAF } from './nodes.ts'
import { EVERY, NONE, type StateSet } from './state-set.ts'

export { EVERY, NONE, type StateSet } from './state-set.ts'

/** One value for some variables: `[variable, value]` by variable. */
export type Picked = ReadonlyMap<number, number>

export interface Sets {
  /** The states in which a variable has one of these values. */
  where(variable: number, values: readonly number[]): StateSet
  and(a: StateSet, b: StateSet): StateSet
  or(a: StateSet, b: StateSet): StateSet
  not(a: StateSet): StateSet
  minus(a: StateSet, b: StateSet): StateSet
  /** Whether there is a state that is in both: less work than to say which. */
  meet(a: StateSet, b: StateSet): boolean
  /** The same states, and all that differ from them in this variable only: it is no longer known. */
  forget(a: StateSet, variable: number): StateSet
  forgetAll(a: StateSet, variables: ReadonlySet<number>): StateSet
  /** The states that are in the set when the variable has that value, whatever it has in them. */
  given(a: StateSet, variable: number, value: number): StateSet
  /** Other sets for the values of a variable, made of those that are there; `key`: the same for the same change. */
  changed(
    a: StateSet,
    variable: number,
    key: object,
    change: (ofValue: (value: number) => StateSet, value: number) => StateSet,
  ): StateSet
  /** Variables that make a difference to the set. */
  variablesOf(a: StateSet): ReadonlySet<number>
  /** One state of the set, as far as it is told apart from others; of each variable the first value that will do. */
  pick(a: StateSet): Picked
  /** Whether a state is in the set. */
  has(a: StateSet, nowOf: (variable: number) => number): boolean
  /** How much room the set takes; not counted further than `most`. */
  sizeOf(a: StateSet, most?: number): number
  /**
   * Some states of a set that takes more room than `most`, such that they take less than `room`: the first values that will
   * do, and all that differs behind them. Another set stays whole.
   */
  some(a: StateSet, most: number, room: number): StateSet
  /** How many sets have been made so far: what it has cost. */
  made(): number
}

/** What keys of one number are made with. */
const MOST_VARIABLES = 2 ** 13
const MOST_VALUES = 2 ** 11
const ROOM = 2 ** 17

/**
 * Sets of states over variables with few values each, kept as decision diagrams: as exact as a list of the states, and as
 * short as what they have in common allows. `domains`: how many values each variable has; `order`: the variables in the
 * order of looking at them.
 */
export function createSets(
  domains: readonly number[],
  order: readonly number[] = domains.map((_, variable) => variable),
): Sets {
  /** Where each variable stands in the order. */
  const levels: number[] = []
  for (const [level, variable] of order.entries()) levels[variable] = level
  const widths = order.map((variable) => domains[variable] ?? 0)
  /** Where the children of a node in the making are noted; those of its children stand at deeper levels. */
  const childrenAt = widths.map((width) => new Array<StateSet>(width).fill(NONE))
  const nodes = createNodes()
  const meets = createCache(ROOM)
  /** Pairs that have no state in common. */
  const apart = createCache(ROOM)
  const joins = createCache(ROOM)
  const complements: StateSet[] = [EVERY, NONE]
  const fixed = new Map<number, StateSet>()
  const changes = new WeakMap<object, Map<StateSet, StateSet>>()
  const supports = new Map<StateSet, ReadonlySet<number>>()

  const branchOf = (a: StateSet, value: number) => nodes.child(a, nodes.level(a), value)

  /** The first value that some state of the set has. */
  function firstValue(a: StateSet): number {
    const level = nodes.level(a)
    let value = 0
    while (nodes.child(a, level, value) === NONE) value++
    return value
  }

  function childrenOf(level: number, of: (value: number) => StateSet): StateSet {
    const children = childrenAt[level] ?? []
    for (let value = 0; value < children.length; value++) children[value] = of(value)
    return nodes.node(level, children)
  }

  function and(a: StateSet, b: StateSet): StateSet {
    if (a === NONE || b === NONE) return NONE
    if (a === EVERY || a === b) return b
    return b === EVERY ? a : both(Math.min(a, b), Math.max(a, b), meets, and)
  }

  function or(a: StateSet, b: StateSet): StateSet {
    if (a === EVERY || b === EVERY) return EVERY
    if (a === NONE || a === b) return b
    return b === NONE ? a : both(Math.min(a, b), Math.max(a, b), joins, or)
  }

  function meet(a: StateSet, b: StateSet): boolean {
    if (a === NONE || b === NONE) return false
    if (a === EVERY || b === EVERY || a === b) return true
    return a < b ? meetBelow(a, b) : meetBelow(b, a)
  }

  function meetBelow(a: StateSet, b: StateSet): boolean {
    const found = meets.get(a, b) ?? apart.get(a, b)
    if (found !== undefined) return found !== NONE
    const level = Math.min(nodes.level(a), nodes.level(b))
    const count = widths[level] ?? 0
    for (let value = 0; value < count; value++)
      if (meet(nodes.child(a, level, value), nodes.child(b, level, value))) return true
    apart.set(a, b, NONE)
    return false
  }

  function both(a: StateSet, b: StateSet, cache: Cache, op: typeof and): StateSet {
    const found = cache.get(a, b)
    if (found !== undefined) return found
    const level = Math.min(nodes.level(a), nodes.level(b))
    const children = childrenAt[level] ?? []
    for (let value = 0; value < children.length; value++)
      children[value] = op(nodes.child(a, level, value), nodes.child(b, level, value))
    const made = nodes.node(level, children)
    cache.set(a, b, made)
    return made
  }

  function not(a: StateSet): StateSet {
    const found = complements[a]
    if (found !== undefined) return found
    const made = childrenOf(nodes.level(a), (value) => not(branchOf(a, value)))
    complements[a] = made
    complements[made] = a
    return made
  }

  const look = createLook(nodes, widths)
  const forgetAll = createForget({ nodes, widths, order, look, childrenOf, or })
  const single = domains.map((_, variable) => new Set([variable]))
  const forget = (a: StateSet, variable: number) => forgetAll(a, single[variable] ?? new Set())

  function given(a: StateSet, variable: number, value: number): StateSet {
    return givenAt(a, levels[variable] ?? LEAF, value)
  }

  function givenAt(a: StateSet, at: number, value: number): StateSet {
    const level = nodes.level(a)
    if (level > at) return a
    if (level === at) return branchOf(a, value)
    const key = (a * MOST_VARIABLES + at) * MOST_VALUES + value
    const found = fixed.get(key)
    if (found !== undefined) return found
    const made = childrenOf(level, (one) => givenAt(branchOf(a, one), at, value))
    fixed.set(key, made)
    return made
  }

  function changed(
    a: StateSet,
    variable: number,
    key: object,
    change: (ofValue: (value: number) => StateSet, value: number) => StateSet,
  ): StateSet {
    const known = changes.get(key) ?? new Map<StateSet, StateSet>()
    changes.set(key, known)
    const at = levels[variable] ?? LEAF
    const changedBelow = (set: StateSet): StateSet => {
      if (set === NONE) return NONE
      const found = known.get(set)
      if (found !== undefined) return found
      const level = nodes.level(set)
      const made =
        level < at
          ? childrenOf(level, (value) => changedBelow(branchOf(set, value)))
          : childrenOf(at, (value) => change((one) => nodes.child(set, at, one), value))
      known.set(set, made)
      return made
    }
    return changedBelow(a)
  }

  const variableOf = (a: StateSet) => order[nodes.level(a)] ?? -1

  function pick(a: StateSet): Picked {
    const picked = new Map<number, number>()
    let rest = a
    while (rest > EVERY) {
      const value = firstValue(rest)
      picked.set(variableOf(rest), value)
      rest = branchOf(rest, value)
    }
    return picked
  }

  /** From the top down one value each, until what is left takes little room. */
  function some(a: StateSet, most: number, room: number): StateSet {
    if (a <= EVERY || look.sizeOf(a, most + 1) <= most) return a
    const value = firstValue(a)
    const rest = some(branchOf(a, value), room, room)
    return childrenOf(nodes.level(a), (one) => (one === value ? rest : NONE))
  }

  return {
    some,
    where: (variable, values) =>
      childrenOf(levels[variable] ?? 0, (value) => (values.includes(value) ? EVERY : NONE)),
    and,
    or,
    not,
    minus: (a, b) => and(a, not(b)),
    meet,
    forget,
    forgetAll,
    given,
    changed,
    variablesOf(a) {
      const known = supports.get(a)
      if (known) return known
      const found = look.levelsOf(a)
      const made = new Set([...found].map((level) => order[level] ?? -1))
      supports.set(a, made)
      return made
    },
    pick,
    has(a, nowOf) {
      let rest = a
      while (rest > EVERY) rest = branchOf(rest, nowOf(variableOf(rest)))
      return rest === EVERY
    },
    sizeOf: (a, most = LEAF) => look.sizeOf(a, most),
    made: () => nodes.count(),
  }
}
