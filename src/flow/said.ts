import type { Field } from '../fields/field.ts'
import type { Said } from '../journey/read-said.ts'
import type { FieldEntry } from './entries.ts'
import type { Scope } from './scope.ts'
import { type OwnWords, putWords } from './words.ts'

/** Words with the answers that stand in them, where there are any. */
export function sayIn(
  text: string,
  said: Said | undefined,
  scope: Scope,
  own: OwnWords = {},
): string {
  const words = said?.get(text)
  return words ? putWords(words, scope, own) : text
}

/** The field of an entry, its words with the answers that stand in them. For showing only. */
export function saidField({ field, said }: FieldEntry, scope: Scope): Field {
  return saidOf(field, said, scope)
}

/** The same of a field of the entry's, or of a part of it. */
export function saidOf(field: Field, said: Said | undefined, scope: Scope): Field {
  return said ? withWords(field, (text) => sayIn(text, said, scope)) : field
}

/** Words of a section, or of a list of items, with the answers that stand in them. */
export function saidHere(text: string, scope: Scope): string {
  return sayIn(text, scope.world.journey.said, scope)
}

function withWords(field: Field, say: (text: string) => string): Field {
  const { presentation, hint, item } = field
  const { short, prefix, suffix } = presentation
  return {
    ...field,
    title: say(field.title),
    ...(hint !== undefined && { hint: say(hint) }),
    options: field.options.map(({ title, description, ...option }) => ({
      ...option,
      title: say(title),
      ...(description !== undefined && { description: say(description) }),
    })),
    presentation: {
      ...presentation,
      ...(short !== undefined && { short: say(short) }),
      ...(prefix !== undefined && { prefix: say(prefix) }),
      ...(suffix !== undefined && { suffix: say(suffix) }),
    },
    parts: field.parts.map((part) => withWords(part, say)),
    ...(item && { item: withWords(item, say) }),
  }
}
