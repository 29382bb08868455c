import type { Nodes } from './nodes.ts'
import { EVERY, type StateSet } from './state-set.ts'

/** What can be read off a set without making another. */
export interface Look {
  /** Whether the set tells apart any of these levels (1: it is one of them). */
  asksFor(a: StateSet, levels: Uint8Array): boolean
  /** How many nodes a set has, up to `most`. */
  sizeOf(a: StateSet, most: number): number
  /** The levels that make a difference to the set. */
  levelsOf(a: StateSet): ReadonlySet<number>
}

export function createLook(nodes: Nodes, widths: readonly number[]): Look {
  function asksBelow(a: StateSet, levels: Uint8Array, time: number): boolean {
    if (a <= EVERY || !nodes.isNewTo(time, a)) return false
    const level = nodes.level(a)
    if (levels[level] === 1) return true
    const count = widths[level] ?? 0
    for (let value = 0; value < count; value++)
      if (asksBelow(nodes.child(a, level, value), levels, time)) return true
    return false
  }

  function visit(a: StateSet, seen: number, time: number, most: number): number {
    if (a <= EVERY || seen >= most || !nodes.isNewTo(time, a)) return seen
    const level = nodes.level(a)
    const count = widths[level] ?? 0
    let now = seen + 1
    for (let value = 0; value < count; value++)
      now = visit(nodes.child(a, level, value), now, time, most)
    return now
  }

  function levelsOf(a: StateSet, found: Set<number>, time: number): Set<number> {
    if (a <= EVERY || !nodes.isNewTo(time, a)) return found
    const level = nodes.level(a)
    found.add(level)
    const count = widths[level] ?? 0
    for (let value = 0; value < count; value++) levelsOf(nodes.child(a, level, value), found, time)
    return found
  }

  return {
    asksFor: (a, levels) => asksBelow(a, levels, nodes.nextVisit()),
    sizeOf: (a, most) => visit(a, 0, nodes.nextVisit(), most),
    levelsOf: (a) => levelsOf(a, new Set(), nodes.nextVisit()),
  }
}
