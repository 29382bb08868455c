import { flawOf, parseText, wrong } from './control.ts'
import type { Kind } from './field.ts'
import { showInput } from './input-box.ts'
import { tidyShort } from './tidy.ts'

/** The address of a website, `http` or `https` only. "www.example.org" gets the `https://` that people leave out. */
export const urlKind: Kind = {
  name: 'url',
  controls: (_field, prefix) => [prefix],
  parse: (field, input, prefix) =>
    parseText(field, input, prefix, tidyUrl, (text) =>
      isUrl(text) ? { status: 'value', value: text } : wrong(flawOf(field, prefix, 'format')),
    ),
  typedOf: (_field, value, prefix) => ({ [prefix]: [String(value)] }),
  show: (field, prefix, context) =>
    showInput(field, prefix, context, {
      inputmode: 'url',
      spellcheck: false,
      autocapitalize: 'none',
    }),
  summarise: (_field, value) => [String(value)],
}

/** True of an `http` or `https` address with a dot in its host, no blank and no name or password in it. */
export function isUrl(text: string): boolean {
  if (!/^https?:\/\/[^\s\\]+$/iu.test(text) || !URL.canParse(text)) return false
  const { hostname, username, password } = new URL(text)
  return /[^.]\.[^.]/u.test(hostname) && username === '' && password === ''
}

function tidyUrl(text: string): string {
  const tidied = tidyShort(text)
  return /^[\w-]+(\.[\w-]+)+([/?#].*)?$/u.test(tidied) ? `https://${tidied}` : tidied
}
