import { type Retell, withEach, withValues } from './retold.ts'
import type { Node } from './tree.ts'

/** The tree of admin.yaml with what people read of how their request stands told anew: keys `admin.statuses.…`. */
export function retellAdmin(tree: Node, retell: Retell): Node {
  if (tree.is !== 'map') return tree
  return withValues(tree, {
    statuses: (node) =>
      withEach(node, (id, status) => {
        if (status.is !== 'map') return status
        const key = `admin.statuses.${id}`
        return withValues(status, {
          // Staff read it, and people where nothing else is said to them.
          title: (title) => retell(`${key}.title`, title, true),
          toResident: (words) => retell(`${key}.toResident`, words),
        })
      }),
  })
}
