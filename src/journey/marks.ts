import type { Node, Spot } from './tree.ts'

/** Where each part of a compiled journey was written, for problems that are found later. */
export interface Marks {
  set(part: object, node: Node): void
  /** The node of a part; of a key of it, the key's value. */
  get(part: object, key?: string): Node | undefined
  /** The spot of a key itself. */
  keyOf(part: object, key: string): Spot | undefined
}

export function createMarks(): Marks {
  const nodes = new WeakMap<object, Node>()
  const pair = (part: object, key: string) => {
    const node = nodes.get(part)
    return node?.is === 'map' ? node.pairs.find((one) => one.key === key) : undefined
  }
  return {
    set: (part, node) => {
      nodes.set(part, node)
    },
    get: (part, key) => (key === undefined ? nodes.get(part) : pair(part, key)?.value),
    keyOf: (part, key) => pair(part, key)?.keyAt,
  }
}
