import { flawOf, parseText, wrong } from './control.ts'
import type { Kind } from './field.ts'
import { ownAutocomplete, showInput } from './input-box.ts'
import { tidyCode } from './tidy.ts'

/** A full postcode; stored in capitals with one blank before the last three characters. */
export const postcodeKind: Kind = {
  name: 'postcode',
  controls: (_field, prefix) => [prefix],
  parse: (field, input, prefix) =>
    parseText(field, input, prefix, tidyPostcode, (text) =>
      isPostcode(text) ? { status: 'value', value: text } : wrong(flawOf(field, prefix, 'format')),
    ),
  typedOf: (_field, value, prefix) => ({ [prefix]: [String(value)] }),
  show: (field, prefix, context) =>
    showInput(field, prefix, context, {
      spellcheck: false,
      width: '10',
      ...ownAutocomplete(field, 'postal-code'),
    }),
  summarise: (_field, value) => [String(value)],
}

/** `nr1-3jx` → `NR1 3JX`; what is no postcode is tidied too, and refused afterwards. */
export function tidyPostcode(text: string): string {
  const letters = tidyCode(text).replace(/\./gu, '').toUpperCase()
  return letters.length > 3 ? `${letters.slice(0, -3)} ${letters.slice(-3)}` : letters
}

/** True of a postcode as it is stored; those of the islands too. */
export function isPostcode(text: string): boolean {
  return /^(GIR 0AA|[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2})$/u.test(text)
}
