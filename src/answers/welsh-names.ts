import type { Field, KindName } from '../fields/field.ts'
import type { FieldName } from './field-names.ts'

const NEUTRAL: Readonly<Partial<Record<KindName, string>>> = {
  email: 'cyfeiriad e-bost',
  phone: 'rhif ffôn',
  postcode: 'cod post',
  url: 'cyfeiriad gwefan',
  password: 'cyfrinair',
  code: 'y cod',
  'national-insurance-number': 'rhif Yswiriant Gwladol',
  number: 'rhif',
  date: 'dyddiad',
  'month-year': 'mis a blwyddyn',
  time: 'amser',
  'date-time': 'dyddiad ac amser',
  name: 'enw',
  address: 'cyfeiriad',
  file: 'ffeil',
  files: 'ffeil',
}

/** A title that opens so is a question, an order or a statement, and no name of an answer. */
const OPENS_A_CLAUSE =
  /^(a|ai|beth|pwy|pa|pryd|ble|pam|sut|faint|oes|ydych|ydw|ydy|yw|mae|rwy|rwyf|rydw|rydych|oedd|oeddech|allwch|gallwch|hoffech|fyddwch|fyddech|rhowch|dewiswch|dywedwch|disgrifiwch|esboniwch|eglurwch|cadarnhewch|rhestrwch|ychwanegwch|ysgrifennwch|rhaid)\b/iu

/** How a field is called in a Welsh sentence; as `fieldNameOf` has it in English. */
export function welshNameOf(field: Field, label = field.title): FieldName {
  const { short, subject } = field.presentation
  if (short !== undefined) return named(lowered(short))
  const neutral = NEUTRAL[field.kind] ?? 'ateb'
  const title = label.replace(/\s*\((optional|dewisol)\)/iu, '').replace(/[\s:.]+$/u, '')
  if (title === '' || /[?!.,]/u.test(title) || OPENS_A_CLAUSE.test(title))
    return { ...named(neutral), neutral: true }
  const inside = lowered(title)
  return named(subject === 'self' && !/^(eich|y|yr)\b/u.test(inside) ? `eich ${inside}` : inside)
}

function named(inside: string): FieldName {
  return { inside, opening: inside.slice(0, 1).toUpperCase() + inside.slice(1), neutral: false }
}

function lowered(words: string): string {
  const proper = /^(\p{Lu}[\p{Lu}\d]|\p{Lu}\S* \p{Lu})/u.test(words)
  return proper ? words : words.slice(0, 1).toLowerCase() + words.slice(1)
}

const JOINED: readonly (readonly [RegExp, string])[] = [
  [/^eich /u, 'i’ch '],
  [/^(ei|eu) /u, 'i’w '],
  [/^yr? /u, 'i’r '],
]

/** The words after the preposition "i", which joins with what stands before a noun, and softens its first sound. */
export function afterI(words: string): string {
  const joined = JOINED.find(([opening]) => opening.test(words))
  return joined ? words.replace(...joined) : `i ${softened(words)}`
}

const SOFT: readonly (readonly [RegExp, string])[] = [
  [/^ll/u, 'l'],
  [/^rh/u, 'r'],
  [/^p(?!h)/u, 'b'],
  [/^t(?!h)/u, 'd'],
  [/^c(?!h)/u, 'g'],
  [/^b/u, 'f'],
  [/^d(?!d)/u, 'dd'],
  [/^m/u, 'f'],
  [/^g/u, ''],
]

/** Treiglad meddal: the soft mutation of a word's first sound. Names and abbreviations keep theirs. */
export function softened(words: string): string {
  const change = SOFT.find(([opening]) => opening.test(words))
  return change ? words.replace(...change) : words
}
