import { flawOf, parseText, wrong } from './control.ts'
import type { Kind } from './field.ts'
import { showInput } from './input-box.ts'
import { tidyCode } from './tidy.ts'

/** Stored in capitals without blanks, shown in pairs. */
export const nationalInsuranceNumberKind: Kind = {
  name: 'national-insurance-number',
  controls: (_field, prefix) => [prefix],
  parse: (field, input, prefix) =>
    parseText(field, input, prefix, tidyNumber, (text) =>
      isNationalInsuranceNumber(text)
        ? { status: 'value', value: text }
        : wrong(flawOf(field, prefix, 'format')),
    ),
  typedOf: (_field, value, prefix) => ({ [prefix]: [inPairs(String(value))] }),
  show: (field, prefix, context) =>
    showInput(field, prefix, context, { spellcheck: false, width: '10' }),
  summarise: (_field, value) => [inPairs(String(value))],
}

/**
 * True of a number that HMRC could have issued, as it is stored. `QQ`, the letters of everybody's example, were never
 * given to anybody; they are let through, as Ofcom's numbers for drama are.
 */
export function isNationalInsuranceNumber(text: string): boolean {
  return /^(QQ|(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z])\d{6}[A-D]$/u.test(text)
}

function tidyNumber(text: string): string {
  return tidyCode(text).toUpperCase()
}

function inPairs(text: string): string {
  return text.replace(/..(?=.)/gu, '$& ')
}
