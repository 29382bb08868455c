import { dateWords } from '../fields/date-words.ts'
import { DATE_RELATIONS, type Flaw } from '../fields/field.ts'
import { TEMPLATES } from './error-templates.ts'
import { fieldNameOf } from './field-names.ts'
import { WELSH_TEMPLATES } from './welsh-errors.ts'
import { welshNameOf } from './welsh-names.ts'

export interface ErrorContext {
  /** The field's title on this step, where it has one of its own. */
  readonly label?: string
  readonly language: string
  /** Puts answers, and what is known of the mistake, into words of the author's. */
  readonly say?: (words: string, own?: Readonly<Record<string, string>>) => string
}

/**
 * The words of a flaw: the author's `errorMessage`, else the Design System's template. They say what to do, never
 * "invalid", "required" or "please" (WCAG 3.3.1, 3.3.3; ACCESSIBILITY.md 3.3).
 */
export function errorWordsOf(flaw: Flaw, { label, language, say }: ErrorContext): string {
  const own = authorWords(flaw)
  if (own !== undefined) {
    const said = say?.(own, paramsOf(flaw, language)) ?? own
    return said === own ? putParams(own, flaw, language) : said
  }
  const title = isPart(flaw) ? undefined : label
  const isWelsh = language === 'cy'
  const name = isWelsh ? welshNameOf(flaw.field, title) : fieldNameOf(flaw.field, title)
  const templates = isWelsh ? WELSH_TEMPLATES : TEMPLATES
  const template = templates[flaw.keyword] ?? templates['pattern']
  return template ? template({ flaw, name }) : name.opening
}

/** Where the author has words for the nearest thing only. */
const NEXT_BEST: Readonly<Record<string, readonly string[]>> = {
  format: ['format', 'pattern'],
  pattern: ['pattern', 'format'],
  enum: ['enum', 'required'],
  'real-date': ['real-date', 'format'],
  'short-year': ['short-year', 'real-date', 'format'],
  'missing-part': ['missing-part', 'format'],
}

function authorWords({ keyword, field, params }: Flaw): string | undefined {
  const keywords = NEXT_BEST[keyword] ?? [keyword]
  // No box ticked is one too few, as the schema says it.
  const empty =
    keyword === 'minItems' && params['limit'] === 1 ? ['minItems', 'required'] : keywords
  const found = empty.find((one) => Object.hasOwn(field.errorMessages, one))
  return found === undefined ? undefined : field.errorMessages[found]
}

function putParams(words: string, flaw: Flaw, language: string): string {
  const params = paramsOf(flaw, language)
  return words.replace(/\{(\w+)\}/gu, (all, key: string) => params[key] ?? all)
}

function paramsOf(flaw: Flaw, language: string): Readonly<Record<string, string>> {
  const params = Object.entries(flaw.params).map(([key, param]) => {
    if (typeof param === 'number') return [key, param.toLocaleString(localeOf(language))]
    if (key === 'parts') return [key, param.split(',').join(', ')]
    return [key, isDateFlaw(flaw) ? dateWords(param.slice(0, 10), language) : param]
  })
  return Object.assign(Object.create(null), Object.fromEntries(params))
}

/** English here is British. */
function localeOf(language: string): string {
  return language === 'en' ? 'en-GB' : language
}

function isDateFlaw(flaw: Flaw): boolean {
  return DATE_RELATIONS.some((relation) => relation === flaw.keyword)
}

/** A part is called by its own title: the step's label is for the whole. */
function isPart({ control, field }: Flaw): boolean {
  return control !== field.name && !control.startsWith(`${field.name}-`)
}
