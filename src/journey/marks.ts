import type { Node, Spot } from './tree.ts'

/** Where each part of a compiled journey was written, for problems that are found later. */
export interface Marks {
  /** `name`: where its id or name stands, if that is not in the node itself. */
  set(part: object, node: Node, name?: Spot): void
  /** The node of a part; of a key of it, the key's value. */
  get(part: object, key?: string): Node | undefined
  /** The spot of a key itself. */
  keyOf(part: object, key: string): Spot | undefined
  /** Where the id or name of a part stands; else its node. */
  nameOf(part: object): Spot | undefined
}

export function createMarks(): Marks {
  const nodes = new WeakMap<object, Node>()
  const names = new WeakMap<object, Spot>()
  const pair = (part: object, key: string) => {
    const node = nodes.get(part)
    return node?.is === 'map' ? node.pairs.find((one) => one.key === key) : undefined
  }
  return {
    set: (part, node, name) => {
      nodes.set(part, node)
      if (name) names.set(part, name)
    },
    get: (part, key) => (key === undefined ? nodes.get(part) : pair(part, key)?.value),
    keyOf: (part, key) => pair(part, key)?.keyAt,
    nameOf: (part) => names.get(part) ?? nodes.get(part),
  }
}
