import type { Field, Json, Kind, WordsContext } from './field.ts'
import { partAnswer } from './object.ts'
import type { KindLookup } from './required.ts'

/** A list of items. Its steps ask for the parts of one item at a time: it has no control of its own. */
export function createRepeatKind(kindOf: KindLookup): Kind {
  return {
    name: 'repeat',
    controls: () => [],
    parse: () => ({ status: 'missing' }),
    typedOf: () => ({}),
    show: () => ({ component: 'fieldset', options: { blocks: [] } }),
    summarise: (field, value, context) =>
      Array.isArray(value)
        ? value.map((item: Json) => itemTitle(field, item, context, kindOf))
        : [],
  }
}

/**
 * One item in a line: the field's `itemTitle` with `{part}` replaced, else the first two parts that are given.
 */
export function itemTitle(
  field: Field,
  item: Json,
  context: WordsContext,
  kindOf: KindLookup,
  template = field.presentation.itemTitle,
): string {
  const words = (part: Field): string => {
    const answer = part.secret ? undefined : partAnswer(item, part)
    return answer === undefined ? '' : kindOf(part.kind).summarise(part, answer, context).join(', ')
  }
  if (template === undefined) return field.parts.map(words).filter(Boolean).slice(0, 2).join(', ')
  return template
    .replace(/\{([a-z]\w*)\}/giu, (_all, name: string) => {
      const part = field.parts.find((one) => one.name === name)
      return part ? words(part) : ''
    })
    .trim()
}
