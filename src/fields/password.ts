import { flawOf, parseText, wrong } from './control.ts'
import type { Kind } from './field.ts'
import { autocompleteOf, errorOf, hintOf, labelOf, optionsOf } from './shown.ts'

/** Longest password, in bytes after NFC: refused in words, never cut (R-AUTH-20). */
const LONGEST_PASSWORD = 1024

/** A password: every character counts, blanks too; only NFC (R-AUTH-20). Never shown again, never summarised. */
export const passwordKind: Kind = {
  name: 'password',
  controls: (_field, prefix) => [prefix],
  parse: (field, input, prefix) =>
    parseText(
      field,
      input,
      prefix,
      (text) => text.normalize('NFC'),
      (text) =>
        Buffer.byteLength(text) > LONGEST_PASSWORD
          ? wrong(flawOf(field, prefix, 'maxLength', { limit: LONGEST_PASSWORD }))
          : { status: 'value', value: text },
    ),
  typedOf: () => ({}),
  show: (field, prefix, context) => ({
    component: 'password-input',
    options: optionsOf({
      id: prefix,
      name: prefix,
      label: labelOf(field, context),
      hint: hintOf(field, context),
      errorMessage: errorOf([prefix], context),
      autocomplete: autocompleteOf(field),
    }),
  }),
  summarise: () => [],
}
