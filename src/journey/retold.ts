import type { MapNode, Node } from './tree.ts'

/**
 * Is told of each piece of words that a definition holds: its key in a locale file, and where it stands. What comes back
 * takes its place. `optional`: nothing is missing where there is no translation of it.
 */
export type Retell = (key: string, node: Node, optional?: boolean) => Node

/** A map with some of its values told anew. */
export function withValues(
  map: MapNode,
  retellers: Readonly<Record<string, (node: Node) => Node>>,
): MapNode {
  const pairs = map.pairs.map((pair) => {
    const retell = Object.hasOwn(retellers, pair.key) ? retellers[pair.key] : undefined
    return retell ? { ...pair, value: retell(pair.value) } : pair
  })
  return { ...map, pairs }
}

/** A map, each of whose values is told anew. */
export function withEach(node: Node, retell: (key: string, value: Node) => Node): Node {
  if (node.is !== 'map') return node
  const pairs = node.pairs.map((pair) => ({ ...pair, value: retell(pair.key, pair.value) }))
  return { ...node, pairs }
}

/** A list, each of whose maps is told anew; `number` counts from 1. */
export function withItems(node: Node, retell: (item: MapNode, number: number) => Node): Node {
  if (node.is !== 'list') return node
  const items = node.items.map((item, index) =>
    item.is === 'map' ? retell(item, index + 1) : item,
  )
  return { ...node, items }
}
