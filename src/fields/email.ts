import { flawOf, parseText, wrong } from './control.ts'
import type { Kind } from './field.ts'
import { ownAutocomplete, showInput } from './input-box.ts'

/** An email address, kept as it was typed but for blanks at its ends (R-AUTH-14, R-AUTH-15). */
export const emailKind: Kind = {
  name: 'email',
  controls: (_field, prefix) => [prefix],
  parse: (field, input, prefix) =>
    parseText(field, input, prefix, tidyEmail, (text) =>
      isEmail(text) ? { status: 'value', value: text } : wrong(flawOf(field, prefix, 'format')),
    ),
  typedOf: (_field, value, prefix) => ({ [prefix]: [String(value)] }),
  show: (field, prefix, context) =>
    showInput(field, prefix, context, {
      type: 'email',
      spellcheck: false,
      autocapitalize: 'none',
      ...ownAutocomplete(field, 'email'),
    }),
  summarise: (_field, value) => [String(value)],
}

// Line ends within are left in, so that they are refused and not mended (R-AUTH-15).
function tidyEmail(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u200b\u2060\ufeff]/gu, '')
    .trim()
}

const LABEL = /^(?!-)[\p{L}\p{N}\p{M}-]{1,63}(?<!-)$/u

/**
 * True of one address: at most 254 characters, one `@` outside quotes, a dot in the domain, and nothing in it that
 * could begin a second address or a header: no blank, control character, comma or semicolon (R-AUTH-15).
 */
export function isEmail(text: string): boolean {
  if (text.length > 254 || /[\s\p{C},;<>()[\]\\:]/u.test(text)) return false
  const match = /^("[^"]{1,62}"|[^@"]{1,64})@([^@"]+)$/u.exec(text)
  if (!match) return false
  const [, local = '', domain = ''] = match
  if (!local.startsWith('"') && /^\.|\.$|\.\./u.test(local)) return false
  const labels = domain.split('.')
  const top = labels.at(-1) ?? ''
  return labels.length > 1 && labels.every((label) => LABEL.test(label)) && /^\D{2,}$/u.test(top)
}
