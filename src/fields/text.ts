import { parseText } from './control.ts'
import type { Field, Kind } from './field.ts'
import { showInput } from './input-box.ts'
import { tidyText } from './tidy.ts'

/** One line of words. */
export const textKind: Kind = {
  name: 'text',
  controls: (_field, prefix) => [prefix],
  parse: (field, input, prefix) => parseText(field, input, prefix, tidyText),
  typedOf: (_field, value, prefix) => ({ [prefix]: [String(value)] }),
  show: (field, prefix, context) =>
    showInput(field, prefix, context, isName(field) ? { spellcheck: false } : {}),
  summarise: (_field, value) => [String(value)],
}

/** A person's name: browsers would underline it as a mistake (ACCESSIBILITY.md F20). */
function isName(field: Field): boolean {
  return /name/u.test(field.presentation.autocomplete ?? '')
}
