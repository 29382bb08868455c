import type { Untranslated } from '../journey/journey.ts'
import { splitPlaceholders } from '../journey/placeholders.ts'

type IsForeign = (text: string) => boolean

/** Untranslated words → whether a text is among them: they are made ready once. */
const known = new WeakMap<Untranslated, IsForeign>()

/**
 * The HTML of a page's own part in which each element says so that holds an author's words in another language than the
 * page's (WCAG 3.1.2): where such words are all that an element holds it gets `lang`, else they stand in a `span`. What is
 * in boxes is the resident's, and stays as it is.
 */
export function withLanguages(html: string, untranslated: Untranslated | undefined): string {
  if (!untranslated) return html
  const isForeign = known.get(untranslated) ?? createMatch(untranslated)
  known.set(untranslated, isForeign)
  // Tags at odd places, the text between them at even ones.
  const parts = html.split(/(<[^>]*>)/u)
  let silent: { readonly name: string; depth: number } | undefined
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at] ?? ''
    if (at % 2 === 1) silent = silentAfter(part, silent)
    else if (!silent) mark(parts, at, untranslated.language, isForeign)
  }
  return parts.join('')
}

/** Within what has its language already, and in boxes, nothing is marked. */
function silentAfter(
  tag: string,
  silent: { readonly name: string; readonly depth: number } | undefined,
): { readonly name: string; readonly depth: number } | undefined {
  const name = nameOf(tag)
  if (!silent) {
    const isSilent = name === 'textarea' || / lang="/u.test(tag)
    return isSilent && isOpening(tag) ? { name, depth: 1 } : undefined
  }
  if (name !== silent.name) return silent
  const depth = silent.depth + (isOpening(tag) ? 1 : -1)
  return depth === 0 ? undefined : { name, depth }
}

function mark(parts: string[], at: number, language: string, isForeign: IsForeign): void {
  const text = parts[at] ?? ''
  const words = text.trim()
  const own = foreignPart(words, isForeign)
  if (own === undefined) return
  const tag = parts[at - 1] ?? ''
  const isOnlyChild = isOpening(tag) && parts[at + 1] === `</${nameOf(tag)}>`
  if (own === words && isOnlyChild)
    parts[at - 1] = tag.replace(/^<[a-z\d]+/u, `$& lang="${language}"`)
  else {
    const start = text.indexOf(own)
    const behind = text.slice(start + own.length)
    parts[at] = `${text.slice(0, start)}<span lang="${language}">${own}</span>${behind}`
  }
}

/** The words, or what stands before words of ours at their end: "(optional)", a number. */
function foreignPart(words: string, isForeign: IsForeign): string | undefined {
  if (words === '') return undefined
  if (isForeign(unescaped(words))) return words
  const tail = / (?:\([^()]*\)|\d+)$/u.exec(words)
  const own = tail ? words.slice(0, tail.index) : ''
  return own !== '' && isForeign(unescaped(own)) ? own : undefined
}

function nameOf(tag: string): string {
  return /^<\/?([a-z\d]+)/u.exec(tag)?.[1] ?? ''
}

function isOpening(tag: string): boolean {
  return /^<[a-z]/u.test(tag)
}

const SIGNS: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
}

function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/gu, (_all, name: string) => SIGNS[name] ?? '')
}

/** Words with answers in them are known by what stands around these. Without a letter they are of no language. */
function createMatch({ words }: Untranslated): IsForeign {
  const whole = new Set<string>()
  const around: (readonly string[])[] = []
  for (const text of words) {
    const pieces = piecesOf(text.trim())
    if (!pieces.some((piece) => /\p{L}/u.test(piece))) continue
    const [only] = pieces
    if (pieces.length === 1 && only !== undefined) whole.add(lowered(only))
    else around.push(pieces)
  }
  return (text) => whole.has(lowered(text)) || around.some((pieces) => isAround(text, pieces))
}

/** Whether a text is these pieces in order, whatever stands between them. */
function isAround(text: string, pieces: readonly string[]): boolean {
  const [first = '', ...rest] = pieces
  const last = rest.pop() ?? ''
  if (!text.startsWith(first) || !text.endsWith(last)) return false
  let at = first.length
  for (const piece of rest) {
    const found = text.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  return at <= text.length - last.length
}

/** What stands before, between and behind placeholders. */
function piecesOf(text: string): readonly string[] {
  const pieces = ['']
  for (const piece of splitPlaceholders(text).pieces) {
    if (typeof piece !== 'string') pieces.push('')
    else pieces.push(`${pieces.pop() ?? ''}${piece}`)
  }
  return pieces
}

/** Inside a sentence words begin with a small letter. */
function lowered(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1)
}
