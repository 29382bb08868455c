/** How many letters must be added, taken away, changed or swapped to make one word of the other. */
export function distanceOf(one: string, other: string): number {
  let before: number[] = []
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const cost = one[i - 1] === other[j - 1] ? 0 : 1
      const swapped =
        i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
          ? (before[j - 2] ?? 0) + 1
          : Number.POSITIVE_INFINITY
      next.push(
        Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost, swapped),
      )
    }
    before = row
    row = next
  }
  return row[other.length] ?? 0
}

/** The valid name that was most likely meant; undefined where none is near. */
export function nearestOf(wrong: string, valid: Iterable<string>): string | undefined {
  let best: { name: string; distance: number } | undefined
  for (const name of valid) {
    const distance = distanceOf(wrong.toLowerCase(), name.toLowerCase())
    if (!best || distance < best.distance) best = { name, distance }
  }
  const limit = Math.max(2, Math.floor(wrong.length / 3))
  return best && best.distance <= limit ? best.name : undefined
}

/** The remedy for an unknown name: the nearest valid one, and all of them. */
export function helpWith(wrong: string, valid: Iterable<string>, what = 'names'): string {
  const all = [...new Set(valid)].sort()
  if (all.length === 0) return `There are no ${what} here.`
  const near = nearestOf(wrong, all)
  const shown = all.slice(0, 60)
  const list = `The ${what} are: ${shown.join(', ')}${all.length > shown.length ? ' …' : ''}.`
  return near === undefined ? list : `Did you mean "${near}"? ${list}`
}
