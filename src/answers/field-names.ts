import type { Field, KindName } from '../fields/field.ts'

/** How a field is called in a sentence. */
export interface FieldName {
  /** Within a sentence: "your date of birth". */
  readonly inside: string
  /** At its beginning: "Your date of birth". */
  readonly opening: string
  /** No words of the author's fit into a sentence: these are the engine's ("an answer"). */
  readonly neutral: boolean
}

const NEUTRAL: Readonly<Partial<Record<KindName, string>>> = {
  email: 'an email address',
  phone: 'a phone number',
  postcode: 'a postcode',
  url: 'a website address',
  password: 'a password',
  code: 'the code',
  'national-insurance-number': 'a National Insurance number',
  number: 'a number',
  date: 'a date',
  'month-year': 'a month and year',
  time: 'a time',
  'date-time': 'a date and time',
  name: 'a name',
  address: 'an address',
  file: 'a file',
  files: 'a file',
}

/** A title that opens so is a question, an order or a statement, and no name of an answer (FORMAT.md, `short`). */
const OPENS_A_CLAUSE =
  /^(i|we|you|tell|give|enter|select|choose|pick|tick|describe|explain|confirm|say|list|add|upload|write|type|name|check|find|send|show|use|state|provide|let|do|does|did|is|are|was|were|am|has|have|had|can|could|will|would|should|may|must|what|which|who|whose|whom|when|where|why|how|if)\b(?! (or|number|address|of)\b)/iu

/**
 * The field's `short`, else its label where that can stand in a sentence, else words that always can. `label` is the
 * title that it has on this step.
 */
export function fieldNameOf(field: Field, label = field.title): FieldName {
  const { short, subject } = field.presentation
  if (short !== undefined) return named(lowered(short))
  const neutral = NEUTRAL[field.kind] ?? 'an answer'
  const title = label.replace(/\s*\((optional|dewisol)\)/iu, '').replace(/[\s:.]+$/u, '')
  if (title === '' || /[?!.,]/u.test(title) || OPENS_A_CLAUSE.test(title))
    return { ...named(neutral), opening: opening(withoutArticle(neutral)), neutral: true }
  const inside = lowered(title)
  // "Enter email address" is no English: the engine knows the article.
  if (inside === withoutArticle(neutral))
    return { ...named(subject === 'self' ? `your ${inside}` : neutral), opening: opening(inside) }
  return named(subject === 'self' && !/^(your|the)\b/u.test(inside) ? `your ${inside}` : inside)
}

function named(inside: string): FieldName {
  return { inside, opening: opening(inside), neutral: false }
}

function opening(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

function withoutArticle(words: string): string {
  return words.replace(/^(an?|the) /u, '')
}

/** "Date of birth" → "date of birth"; "NHS number", "National Insurance number" and "I" stay. */
function lowered(words: string): string {
  const proper = /^(\p{Lu}[\p{Lu}\d]|\p{Lu}\S* \p{Lu}|I\b)/u.test(words)
  return proper ? words : words.slice(0, 1).toLowerCase() + words.slice(1)
}
