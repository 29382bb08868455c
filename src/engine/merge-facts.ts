import type { HeldFact } from '../answers/draft.ts'

/** The newest of a fact about the same values; a few dozen at most. */
export function mergeFacts(
  before: readonly HeldFact[],
  more: readonly HeldFact[],
): readonly HeldFact[] {
  const keys = new Set(more.map(factKey))
  return [...before.filter((held) => !keys.has(factKey(held))), ...more].slice(-40)
}

function factKey(held: HeldFact): string {
  return JSON.stringify([held.fact, held.about])
}
