/** Variables that one condition joins. */
export type Group = readonly number[]

const MOST_ROUNDS = 40

/**
 * An order in which what belongs together stands close together: decision diagrams stay small in it. From several starts
 * every variable goes to the middle of its groups, again and again (FORCE: Aloul, Markov and Sakallah 2003); the best of
 * all orders seen is taken. Answers the variables in their order.
 */
export function orderOf(count: number, groups: readonly Group[]): readonly number[] {
  const wide = groups.filter((group) => group.length > 1)
  const asAsked = Array.from({ length: count }, (_, index) => index)
  let best: readonly number[] = asAsked
  let least = costOf(wide, best)
  for (const start of [asAsked, alongGroups(asAsked, wide)]) {
    let now = start
    for (let round = 0; round < MOST_ROUNDS && least > count; round++) {
      const cost = costOf(wide, now)
      if (cost < least) {
        least = cost
        best = now
      }
      now = drawnTogether(now, wide)
    }
  }
  return best
}

function placesOf(order: readonly number[]): readonly number[] {
  const places: number[] = []
  for (const [place, variable] of order.entries()) places[variable] = place
  return places
}

function drawnTogether(order: readonly number[], groups: readonly Group[]): readonly number[] {
  const places = placesOf(order)
  const sums = order.map(() => 0)
  const weights = order.map(() => 0)
  for (const group of groups) {
    const middle = group.reduce((sum, one) => sum + (places[one] ?? 0), 0) / group.length
    // Two that are joined draw harder than one of many.
    const weight = 1 / (group.length - 1)
    for (const one of group) {
      sums[one] = (sums[one] ?? 0) + middle * weight
      weights[one] = (weights[one] ?? 0) + weight
    }
  }
  const aim = (one: number) =>
    weights[one] ? (sums[one] ?? 0) / (weights[one] ?? 1) : (places[one] ?? 0)
  return order.toSorted((a, b) => aim(a) - aim(b) || (places[a] ?? 0) - (places[b] ?? 0))
}

/** Each variable, and behind it those that it is joined with and what they are joined with; the closest first. */
function alongGroups(variables: readonly number[], groups: readonly Group[]): readonly number[] {
  const partners = variables.map(() => new Map<number, number>())
  for (const group of groups)
    for (const one of group)
      for (const other of group)
        if (one !== other) {
          const weight = (partners[one]?.get(other) ?? 0) + 1 / (group.length - 1)
          partners[one]?.set(other, weight)
        }
  const placed = new Set<number>()
  const place = (one: number) => {
    if (placed.has(one)) return
    placed.add(one)
    const near = [...(partners[one] ?? [])].toSorted(([, a], [, b]) => b - a)
    for (const [other] of near) place(other)
  }
  for (const one of variables) place(one)
  return [...placed]
}

/** What a diagram may cost: at each place it tells apart how far each group has come that is open there. */
function costOf(groups: readonly Group[], order: readonly number[]): number {
  const places = placesOf(order)
  const change = order.map(() => 0)
  for (const group of groups) {
    const at = group.map((one) => places[one] ?? 0)
    const [start, end] = [Math.min(...at), Math.max(...at)]
    change[start] = (change[start] ?? 0) + 1
    change[end] = (change[end] ?? 0) - 1
  }
  let open = 0
  return change.reduce((sum, one) => {
    open += one
    return sum + 1.5 ** Math.min(open, 100)
  }, 0)
}
