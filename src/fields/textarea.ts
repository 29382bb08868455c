import { parseText } from './control.ts'
import { engineWordsOf } from './engine-words.ts'
import type { Kind } from './field.ts'
import {
  autocompleteOf,
  errorOf,
  hintOf,
  labelOf,
  optionsOf,
  textIn,
  widthClassOf,
} from './shown.ts'
import { tidyLines } from './tidy.ts'

/** Several lines of words. Line ends are LF: browsers post two characters, and people mean one. */
export const textareaKind: Kind = {
  name: 'textarea',
  controls: (_field, prefix) => [prefix],
  parse: (field, input, prefix) => parseText(field, input, prefix, tidyLines),
  typedOf: (_field, value, prefix) => ({ [prefix]: [String(value)] }),
  show(field, prefix, context) {
    const { maxWords, rows, spellcheck, width } = field.presentation
    const maxLength = field.schema['maxLength']
    const { mostCharacters, mostWords } = engineWordsOf(context.language)
    const limitWords = maxWords === undefined ? mostCharacters : mostWords
    const limited = maxWords !== undefined || typeof maxLength === 'number'
    return {
      component: limited ? 'character-count' : 'textarea',
      options: optionsOf({
        id: prefix,
        name: prefix,
        rows: String(rows ?? 5),
        // Of two limits the words are said: people count those.
        maxwords: maxWords === undefined ? undefined : String(maxWords),
        maxlength: limited && maxWords === undefined ? String(maxLength) : undefined,
        textareaDescriptionText: limited ? limitWords : undefined,
        label: labelOf(field, context),
        hint: hintOf(field, context),
        errorMessage: errorOf([prefix], context),
        value: field.secret ? undefined : textIn(context, prefix),
        classes: widthClassOf(width),
        autocomplete: limited ? undefined : autocompleteOf(field),
        spellcheck,
      }),
    }
  },
  summarise: (_field, value) => String(value).split('\n'),
}

/** How many words there are, as people count them: what stands between blanks. */
export function wordsIn(text: string): number {
  return text.split(/\s+/u).filter(Boolean).length
}
