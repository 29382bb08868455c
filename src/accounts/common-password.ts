import { readFileSync } from 'node:fs'

let common: ReadonlySet<string> | undefined

/** What a password must not be made of: words of the service and of its owner (R-AUTH-21). */
export interface PasswordContext {
  readonly service: string
  readonly council: string
  readonly email: string
  readonly names: readonly string[]
}

/**
 * Whether a password is easily guessed: it is on the list of common ones, or consists of nothing but words of the
 * service, the council, the address and the names, with up to four digits. The whole password is compared (R-AUTH-21).
 */
export function isCommonPassword(password: string, context: PasswordContext): boolean {
  const plain = password.normalize('NFC').toLowerCase()
  common ??= loadCommon()
  return common.has(plain) || isMadeOf(lettersOf(plain), contextWords(context))
}

function loadCommon(): ReadonlySet<string> {
  const text = readFileSync(new URL('./common-passwords.txt', import.meta.url), 'utf8')
  return new Set(text.split('\n').filter((line) => line !== '' && !line.startsWith('#')))
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}\p{M}]/gu, '')
}

function contextWords({ service, council, email, names }: PasswordContext): readonly string[] {
  const [local = '', domain = ''] = email.split('@')
  const texts = [service, council, local, domain, ...names].map((text) =>
    text.normalize('NFC').toLowerCase(),
  )
  const words = texts
    .flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}\p{M}]+|\d+/u)])
    .map(lettersOf)
  return [...new Set(words.filter((word) => word.length > 1))]
}

/** Whether the text can be cut into the words, at least one, and at most four more digits. */
function isMadeOf(text: string, words: readonly string[]): boolean {
  // fewest[i]: how many digits stand outside of words when the first i characters have been cut up.
  const fewest: number[] = [0]
  for (let end = 1; end <= text.length; end++) {
    const ends = words
      .filter((word) => text.endsWith(word, end))
      .map((word) => fewest[end - word.length] ?? 5)
    const digit = /\d/u.test(text.charAt(end - 1)) ? (fewest[end - 1] ?? 5) + 1 : 5
    fewest[end] = Math.min(5, digit, ...ends)
  }
  // Of eight characters and more at most four are digits: at least one word is in it.
  return text.length > 4 && (fewest[text.length] ?? 5) <= 4
}
