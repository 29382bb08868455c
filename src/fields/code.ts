import { parseText } from './control.ts'
import type { Kind } from './field.ts'
import { showInput } from './input-box.ts'
import { tidyCode } from './tidy.ts'

/**
 * A code from an email or a text: one box, blanks, hyphens, dashes and full-width digits accepted (R-AUTH-09,
 * ACCESSIBILITY.md F21). Never shown again, never summarised. How many digits it has is for its `pattern`.
 */
export const codeKind: Kind = {
  name: 'code',
  controls: (_field, prefix) => [prefix],
  parse: (field, input, prefix) => parseText(field, input, prefix, tidyCode),
  typedOf: () => ({}),
  show: (field, prefix, context) =>
    showInput(field, prefix, context, {
      inputmode: 'numeric',
      autocomplete: 'one-time-code',
      spellcheck: false,
      width: '10',
      forgets: true,
    }),
  summarise: () => [],
}

/** True of digits and nothing else. */
export function isCode(text: string): boolean {
  return /^\d+$/u.test(text)
}
