import { oddInName } from './odd-characters.ts'

/** How many letters must be added, taken away, changed or swapped to make one word of the other. */
export function distanceOf(one: string, other: string): number {
  const first = Array.from({ length: other.length + 1 }, (_, index) => index)
  const rows: number[][] = [first]
  for (let i = 1; i <= one.length; i++) {
    rows.push([i])
    for (let j = 1; j <= other.length; j++) rows[i]?.push(cheapest(rows, one, other, i, j))
  }
  return rows[one.length]?.[other.length] ?? 0
}

/** One cell of the table: the cheapest way to make the first i letters of one of the first j of the other. */
function cheapest(
  rows: readonly (readonly number[])[],
  one: string,
  other: string,
  i: number,
  j: number,
): number {
  const cost = (di: number, dj: number) => rows[i - di]?.[j - dj] ?? Number.POSITIVE_INFINITY
  const isSame = one[i - 1] === other[j - 1]
  const isSwapped = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
  return Math.min(
    cost(1, 0) + 1,
    cost(0, 1) + 1,
    cost(1, 1) + (isSame ? 0 : 1),
    isSwapped ? cost(2, 2) + 1 : Number.POSITIVE_INFINITY,
  )
}

/** The valid name that was most likely meant; undefined where none is near. */
export function nearestOf(wrong: string, valid: Iterable<string>): string | undefined {
  let best: { name: string; distance: number } | undefined
  for (const name of valid) {
    const distance = distanceOf(wrong.toLowerCase(), name.toLowerCase())
    if (!best || distance < best.distance) best = { name, distance }
  }
  const limit = Math.max(2, Math.floor(wrong.length / 3))
  if (!best || best.distance > limit) return undefined
  // Where every letter of the shorter word would have to change, nothing says that it was meant.
  return best.distance < Math.min(wrong.length, best.name.length) ? best.name : undefined
}

/**
 * The name that a slip of the fingers made a wrong one of; undefined where two may be meant. What is read on as it was
 * meant is told once, and not again wherever it would be missing.
 */
export function meantOf(wrong: string, valid: Iterable<string>): string | undefined {
  const limit = wrong.length < 6 ? 1 : 2
  const near = [...new Set(valid)]
    .map((name) => ({ name, distance: distanceOf(wrong.toLowerCase(), name.toLowerCase()) }))
    .filter(
      ({ name, distance }) => distance <= limit && distance < Math.min(wrong.length, name.length),
    )
    .sort((a, b) => a.distance - b.distance)
  const [first, second] = near
  return first && first.distance !== second?.distance ? first.name : undefined
}

/** What stands under the name that was meant. */
export function meantIn<T>(wrong: string, valid: ReadonlyMap<string, T>): T | undefined {
  const meant = meantOf(wrong, valid.keys())
  return meant === undefined ? undefined : valid.get(meant)
}

/** The remedy for an unknown name: the nearest valid one, and all of them. */
export function helpWith(wrong: string, valid: Iterable<string>, what = 'names'): string {
  const all = [...new Set(valid)].sort()
  if (all.length === 0) return `There are no ${what} here.`
  const near = nearestOf(wrong, all)
  const odd = oddInName(wrong)
  const shown = all.slice(0, 60)
  const list = `The ${what} are: ${shown.join(', ')}${all.length > shown.length ? ' …' : ''}.`
  const meant = [near === undefined ? '' : `Did you mean "${near}"?`, odd].filter(Boolean)
  return [...meant, list].join(' ')
}
