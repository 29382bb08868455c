import { type Retell, withItems, withValues } from './retold.ts'
import type { Node } from './tree.ts'

/** The tree of a theme with all words of it told anew: keys `themes.<name>.…`. */
export function retellTheme(name: string, tree: Node, retell: Retell): Node {
  if (tree.is !== 'map') return tree
  const key = `themes.${name}`
  return withValues(tree, {
    council: (node) => retell(`${key}.council`, node),
    logo: (node) =>
      node.is === 'map' ? withValues(node, { alt: (alt) => retell(`${key}.logo.alt`, alt) }) : node,
    links: (node) =>
      withItems(node, (item, number) =>
        withValues(item, { label: (label) => retell(`${key}.links.${number}.label`, label) }),
      ),
  })
}
