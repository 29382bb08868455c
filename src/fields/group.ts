import type { Kind } from './field.ts'
import { createObjectKind } from './object.ts'
import type { KindLookup } from './required.ts'

/** Any other object: its parts in a fieldset, its lines one after another. */
export function createGroupKind(kindOf: KindLookup): Kind {
  return createObjectKind({
    name: 'group',
    kindOf,
    dress: (part) => part,
    linesOf: (lines) => lines.flat(),
  })
}
