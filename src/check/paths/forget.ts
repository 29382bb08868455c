import type { Look } from './look.ts'
import type { Nodes } from './nodes.ts'
import { EVERY, NONE, type StateSet } from './state-set.ts'

interface Forgetting {
  /** By level: whether the variable is to be forgotten. */
  readonly isGone: Uint8Array
  readonly known: Map<StateSet, StateSet>
}

interface Diagram {
  readonly nodes: Nodes
  readonly widths: readonly number[]
  readonly order: readonly number[]
  readonly look: Look
  /** A node of that level, with these children. */
  childrenOf(level: number, of: (value: number) => StateSet): StateSet
  or(a: StateSet, b: StateSet): StateSet
}

/** The same states, and all that differ from them in these variables only. */
export function createForget({
  nodes,
  widths,
  order,
  look,
  childrenOf,
  or,
}: Diagram): (a: StateSet, gone: ReadonlySet<number>) => StateSet {
  const forgotten = new WeakMap<object, Forgetting>()

  function anyOf(a: StateSet, of: (child: StateSet) => StateSet): StateSet {
    const level = nodes.level(a)
    const count = widths[level] ?? 0
    let any = NONE
    for (let value = 0; value < count; value++) any = or(any, of(nodes.child(a, level, value)))
    return any
  }

  function levelsAmong(variables: ReadonlySet<number>): Uint8Array {
    return Uint8Array.from(order, (variable) => (variables.has(variable) ? 1 : 0))
  }

  function forgetBelow(a: StateSet, forgetting: Forgetting): StateSet {
    if (a <= EVERY) return a
    const { isGone, known } = forgetting
    const found = known.get(a)
    if (found !== undefined) return found
    const level = nodes.level(a)
    const made =
      isGone[level] === 1
        ? anyOf(a, (child) => forgetBelow(child, forgetting))
        : childrenOf(level, (value) => forgetBelow(nodes.child(a, level, value), forgetting))
    known.set(a, made)
    return made
  }

  return function forgetAll(a, gone) {
    if (a <= EVERY) return a
    const forgetting = forgotten.get(gone) ?? { isGone: levelsAmong(gone), known: new Map() }
    forgotten.set(gone, forgetting)
    // Most sets know nothing of what is to be forgotten.
    return look.asksFor(a, forgetting.isGone) ? forgetBelow(a, forgetting) : a
  }
}
