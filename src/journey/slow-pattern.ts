import { createRequire } from 'node:module'
import type { CharSet, Node, NoParent } from 'refa'

const MOST_PLACES = 400
/** What may be repeated without end, in brackets or not. */
const ENDLESS = /[*+]|\{\d+,\}/u

/**
 * Whether a pattern may take exponential time where one way is tried after the other: then there is a place in it to which the
 * same text leads back in two ways. Ours does not try (RE2), but the schema is read by others too. what is no pattern is not slow.
 */
export function isSlow(pattern: string): boolean {
  if (!ENDLESS.test(pattern)) return false
  const expression = expressionOf(pattern)
  const places = expression && placesOf(expression)
  return places !== undefined && hasTwoWaysBack(places)
}

/** Undefined: it is written as RE2 has it, and JavaScript has not. */
function expressionOf(pattern: string): Ast | undefined {
  // A megabyte with what Unicode knows of each character: only for who needs it.
  const { JS } = createRequire(import.meta.url)('refa') as typeof import('refa')
  try {
    const parser = JS.Parser.fromLiteral(new RegExp(pattern, 'u'))
    return parser.parse({ assertions: 'ignore', backreferences: 'disable' }).expression
  } catch {
    return undefined
  }
}

/** A character of the pattern, and the places that may follow it: one that follows in two ways stands there twice. */
interface Place {
  readonly characters: CharSet
  readonly next: Place[]
}

interface Part {
  readonly first: readonly Place[]
  readonly last: readonly Place[]
  readonly mayBeEmpty: boolean
}

type Ast = NoParent<Node>

const EMPTY: Part = { first: [], last: [], mayBeEmpty: true }

/** The places of a pattern (Glushkov's automaton); undefined where there are too many. */
function placesOf(expression: Ast): readonly Place[] | undefined {
  const places: Place[] = []
  const partOf = (node: Ast): Part => {
    switch (node.type) {
      case 'CharacterClass': {
        const place = { characters: node.characters, next: [] }
        places.push(place)
        return { first: [place], last: [place], mayBeEmpty: false }
      }
      case 'Quantifier':
        return repeated(node)
      case 'Concatenation':
        return node.elements.reduce<Part>((before, one) => followed(before, partOf(one)), EMPTY)
      case 'Expression':
      case 'Alternation':
        return node.alternatives.map(partOf).reduce(either)
      default:
        return EMPTY
    }
  }
  const repeated = (node: Extract<Ast, { type: 'Quantifier' }>): Part => {
    const once = (): Part => node.alternatives.map(partOf).reduce(either)
    const isEndless = node.max === Number.POSITIVE_INFINITY
    const count = isEndless ? Math.max(1, node.min) : node.max
    let whole = EMPTY
    for (let at = 1; at <= count && places.length <= MOST_PLACES; at++) {
      const one = once()
      if (isEndless && at === count) join(one.last, one.first)
      whole = followed(whole, at > node.min ? { ...one, mayBeEmpty: true } : one)
    }
    return whole
  }
  partOf(expression)
  return places.length > MOST_PLACES ? undefined : places
}

function either(one: Part, other: Part): Part {
  return {
    first: [...one.first, ...other.first],
    last: [...one.last, ...other.last],
    mayBeEmpty: one.mayBeEmpty || other.mayBeEmpty,
  }
}

function followed(before: Part, after: Part): Part {
  join(before.last, after.first)
  return {
    first: before.mayBeEmpty ? [...before.first, ...after.first] : before.first,
    last: after.mayBeEmpty ? [...before.last, ...after.last] : after.last,
    mayBeEmpty: before.mayBeEmpty && after.mayBeEmpty,
  }
}

function join(ends: readonly Place[], starts: readonly Place[]): void {
  for (const end of ends) end.next.push(...starts)
}

/** Whether from some place two ways with the same characters lead back to it. */
function hasTwoWaysBack(places: readonly Place[]): boolean {
  return places.some((place) => {
    const back = new Set(places.filter((one) => leadsTo(one, place)))
    return leadsTo(place, place) && twoWays(place, back)
  })
}

function leadsTo(from: Place, to: Place): boolean {
  const seen = new Set<Place>()
  const rest = [...from.next]
  for (let one = rest.pop(); one; one = rest.pop()) {
    if (one === to) return true
    if (seen.has(one)) continue
    seen.add(one)
    rest.push(...one.next)
  }
  return false
}

/** Two that walk through the pattern side by side and read the same. */
interface Walkers {
  readonly one: Place
  readonly other: Place
  readonly haveParted: boolean
}

/** Two walkers leave a place together, part, and are both there again. */
function twoWays(start: Place, back: ReadonlySet<Place>): boolean {
  const seen = new Map<Place, Map<Place, Set<boolean>>>()
  const rest: Walkers[] = [{ one: start, other: start, haveParted: false }]
  for (let now = rest.pop(); now; now = rest.pop())
    for (const next of stepsOf(now, back)) {
      if (next.haveParted && next.one === start && next.other === start) return true
      const ways = seen.get(next.one) ?? new Map<Place, Set<boolean>>()
      seen.set(next.one, ways)
      const known = ways.get(next.other) ?? new Set()
      ways.set(next.other, known)
      if (!known.has(next.haveParted)) rest.push(next)
      known.add(next.haveParted)
    }
  return false
}

function stepsOf(
  { one, other, haveParted }: Walkers,
  back: ReadonlySet<Place>,
): readonly Walkers[] {
  return one.next.flatMap((next, at) =>
    other.next.flatMap((otherNext, otherAt) => {
      const isBoth = back.has(next) && back.has(otherNext)
      if (!isBoth || next.characters.isDisjointWith(otherNext.characters)) return []
      const parted = haveParted || next !== otherNext || (one === other && at !== otherAt)
      return [{ one: next, other: otherNext, haveParted: parted }]
    }),
  )
}
