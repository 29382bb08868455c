import { answerAt, compute, madeOf } from '../answers/compute.ts'
import type { Submission } from '../answers/draft.ts'
import { fieldWithOptions } from '../answers/options-from.ts'
import type { Field, Json } from '../fields/field.ts'
import { type FileReference, readReference } from '../fields/file-reference.ts'
import { kindOf } from '../fields/kinds.ts'
import type { Operand, Words } from '../journey/condition.ts'
import type { Journey } from '../journey/journey.ts'

/** A submission with the definition that it was made with. */
export interface Sent {
  readonly submission: Submission
  readonly madeWith: Journey
}

/** What somebody may see of it: of a field's name. */
export interface Sight {
  maySee(name: string): boolean
  /** Only the ends of it are shown. */
  isMasked?(name: string): boolean
  /** Where a file of the answer can be fetched; left out: nowhere. */
  fileHref?(file: FileReference): string
}

/** A few dots and the last two signs; of what is short, dots alone. How long it is nobody can tell. */
export function maskedWords(text: string): string {
  const end = [...text.trim()].length > 5 ? [...text.trim()].slice(-2).join('') : ''
  return `••••••${end}`
}

/** An answer as check-answers shows it, by the definition that it was made with; none: it was not given, or is not to be seen. */
export function answerLines(about: Sent, name: string, sight: Sight): readonly string[] {
  const { submission, madeWith } = about
  const value = Object.hasOwn(submission.answers, name) ? submission.answers[name] : undefined
  const field = madeWith.fields.get(name)
  if (value === undefined || field?.secret || !sight.maySee(name)) return []
  const lines = linesOf(field, value, about)
  return sight.isMasked?.(name) ? lines.map(field ? maskOf(field) : maskedWords) : lines
}

/** Of a file neither its name nor its size is said. */
export function maskOf({ kind }: Field): (text: string) => string {
  return kind === 'file' || kind === 'files' ? () => maskedWords('') : maskedWords
}

function linesOf(
  field: Field | undefined,
  value: Json,
  { submission, madeWith }: Sent,
): readonly string[] {
  if (!field || madeWith.hash !== submission.hash) return [plainWords(value)]
  const now = fieldWithOptions(field, madeWith, submission.answers, madeWith)
  return kindOf(field.kind).summarise(now, value, madeWith)
}

/** An answer without a definition that says what it is. */
export function plainWords(value: Json): string {
  if (Array.isArray(value)) return value.map((item: Json) => plainWords(item)).join(', ')
  if (typeof value === 'object' && value !== null)
    return Object.values(value).map(plainWords).filter(Boolean).join(' ')
  return value === null ? '' : (readReference(value)?.name ?? String(value))
}

/**
 * Plain words of a definition with the case's answers in them. Undefined where they name something that is not known here
 * (a fact of that time), was not answered, or is not to be seen.
 */
export function sentWords(words: Words, about: Sent, sight: Sight): string | undefined {
  const parts = words.parts.map((part) =>
    typeof part === 'string' ? part : operandWords(part, about, sight),
  )
  return parts.includes(undefined) ? undefined : parts.join('')
}

function operandWords(operand: Operand, about: Sent, sight: Sight): string | undefined {
  switch (operand.from) {
    case 'literal':
      return plainWords(operand.value)
    case 'answer':
      return operand.path.length === 1 ? answerWords(operand.path[0], about, sight) : undefined
    case 'value':
      return valueWords(operand.key, about, sight)
    case 'submission':
    case 'engine':
      return operand.key === 'reference'
        ? about.submission.reference
        : answerWords(operand.key, about, sight)
    default:
      return undefined
  }
}

/** A number of `values:`, where all that it is made of may be seen. */
function valueWords(key: string, about: Sent, sight: Sight): string | undefined {
  const { submission, madeWith } = about
  const names = madeOf(key, madeWith).map((one) => (one.from === 'answer' ? one.path[0] : ''))
  const rule = madeWith.values[key]
  const isSeen = (name = '') => name === '' || (sight.maySee(name) && !sight.isMasked?.(name))
  if (!rule || !names.every(isSeen)) return undefined
  const number = compute(rule, (one) => valueIn(one, submission, madeWith))
  return number.toLocaleString(madeWith.language === 'en' ? 'en-GB' : madeWith.language, {
    maximumFractionDigits: 10,
  })
}

function valueIn(operand: Operand, submission: Submission, journey: Journey): Json | undefined {
  if (operand.from === 'literal') return operand.value
  const rule = operand.from === 'value' ? journey.values[operand.key] : undefined
  if (rule) return compute(rule, (one) => valueIn(one, submission, journey))
  return operand.from === 'answer' ? answerAt(submission.answers, operand.path) : undefined
}

function answerWords(name = '', about: Sent, sight: Sight): string | undefined {
  return answerLines(about, name, sight).join(', ') || undefined
}
