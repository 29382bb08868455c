/** The nodes of decision diagrams, each once: a level, and a node for each value at it. 0 and 1 are the two ends. */
export interface Nodes {
  /** The node with that level and those children; the child itself where all are one. */
  node(level: number, children: readonly number[]): number
  /** Of the ends: `LEAF`. */
  level(node: number): number
  /** A node where the value at that level is known; the node itself where it does not ask for it. */
  child(node: number, level: number, value: number): number
  /** How many there are. */
  count(): number
  /** A number for one walk over nodes. */
  nextVisit(): number
  /** Whether that walk comes to a node for the first time. */
  isNewTo(visit: number, node: number): boolean
}

export const LEAF = 2 ** 30

const FIRST_ROOM = 2 ** 12

export function createNodes(): Nodes {
  let levels = new Int32Array(FIRST_ROOM).fill(LEAF, 0, 2)
  let starts = new Int32Array(FIRST_ROOM)
  let hashes = new Int32Array(FIRST_ROOM)
  let pool = new Int32Array(FIRST_ROOM * 4)
  /** Node by hash, 0 where there is none; the next place is tried where another is. */
  let table = new Int32Array(FIRST_ROOM * 2)
  let count = 2
  let filled = 0
  /** By node: the last walk that came to it. */
  let visits = new Int32Array(FIRST_ROOM)
  let visit = 0

  function hashOf(level: number, children: readonly number[]): number {
    let hash = level + 1
    for (let value = 0; value < children.length; value++)
      hash = Math.imul(hash ^ (children[value] ?? 0), 0x9e3779b1)
    return hash ^ (hash >>> 15)
  }

  function isNode(node: number, level: number, children: readonly number[]): boolean {
    if (levels[node] !== level) return false
    const start = starts[node] ?? 0
    for (let value = 0; value < children.length; value++)
      if (pool[start + value] !== children[value]) return false
    return true
  }

  function grow(width: number): void {
    if (count === levels.length) {
      levels = larger(levels)
      starts = larger(starts)
      hashes = larger(hashes)
      visits = larger(visits)
    }
    if (filled + width > pool.length) pool = larger(pool)
    if (count * 2 < table.length) return
    table = new Int32Array(table.length * 2)
    for (let one = 2; one < count; one++) table[freePlace(hashes[one] ?? 0)] = one
  }

  function freePlace(hash: number): number {
    let place = hash & (table.length - 1)
    while (table[place] !== 0) place = (place + 1) & (table.length - 1)
    return place
  }

  function node(level: number, children: readonly number[]): number {
    if (areAlike(children)) return children[0] ?? 0
    const hash = hashOf(level, children)
    let place = hash & (table.length - 1)
    for (let found = table[place]; found; found = table[place]) {
      if (isNode(found, level, children)) return found
      place = (place + 1) & (table.length - 1)
    }
    grow(children.length)
    table[freePlace(hash)] = count
    hashes[count] = hash
    levels[count] = level
    starts[count] = filled
    for (let value = 0; value < children.length; value++) pool[filled++] = children[value] ?? 0
    return count++
  }

  return {
    node,
    level: (one) => levels[one] ?? LEAF,
    child: (one, level, value) =>
      levels[one] === level ? (pool[(starts[one] ?? 0) + value] ?? 0) : one,
    count: () => count,
    nextVisit: () => ++visit,
    isNewTo(walk, one) {
      const isNew = visits[one] !== walk
      visits[one] = walk
      return isNew
    },
  }
}

function areAlike(children: readonly number[]): boolean {
  for (let value = 1; value < children.length; value++)
    if (children[value] !== children[0]) return false
  return true
}

function larger(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const made = new Int32Array(array.length * 2)
  made.set(array)
  return made
}

/** Answers that were worked out; an old one may be lost. */
export interface Cache {
  get(a: number, b: number): number | undefined
  set(a: number, b: number, made: number): void
}

const FIRST_ANSWERS = 2 ** 10

/** `most`: how many answers are kept at most, a power of two. It begins small: most journeys ask little. */
export function createCache(most: number): Cache {
  let room = Math.min(FIRST_ANSWERS, most)
  let keys = new Int32Array(room * 3)
  let used = 0
  const placeOf = (a: number, b: number) => {
    const hash = Math.imul(a ^ Math.imul(b, 0x85ebca6b), 0x9e3779b1)
    return ((hash ^ (hash >>> 15)) & (room - 1)) * 3
  }

  function put(a: number, b: number, made: number): void {
    const place = placeOf(a, b)
    if (keys[place] === 0) used += 1
    keys[place] = a
    keys[place + 1] = b
    keys[place + 2] = made
  }

  function grow(): void {
    const before = keys
    room *= 2
    used = 0
    keys = new Int32Array(room * 3)
    for (let place = 0; place < before.length; place += 3)
      if (before[place] !== 0)
        put(before[place] ?? 0, before[place + 1] ?? 0, before[place + 2] ?? 0)
  }

  return {
    get(a, b) {
      const place = placeOf(a, b)
      return keys[place] === a && keys[place + 1] === b ? keys[place + 2] : undefined
    },
    set(a, b, made) {
      if (used * 2 > room && room < most) grow()
      put(a, b, made)
    },
  }
}
