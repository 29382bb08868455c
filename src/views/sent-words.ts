import type { Json } from '../fields/field.ts'
import { kindOf } from '../fields/kinds.ts'
import type { Operand, Words } from '../journey/condition.ts'
import type { Case } from './find-case.ts'
import type { Rights } from './permissions.ts'

/** An answer as check-answers shows it, by the definition that it was made with; none: it was not given, or is not to be seen. */
export function answerLines(
  { submission, madeWith }: Case,
  name: string,
  rights: Rights,
): readonly string[] {
  const value = Object.hasOwn(submission.answers, name) ? submission.answers[name] : undefined
  const field = madeWith.fields.get(name)
  if (value === undefined || field?.secret || !rights.maySee(name)) return []
  if (!field || madeWith.hash !== submission.hash) return [plainWords(value)]
  return kindOf(field.kind).summarise(field, value, { language: 'en' })
}

/** An answer without a definition that says what it is. */
export function plainWords(value: Json): string {
  if (Array.isArray(value)) return value.map((item: Json) => plainWords(item)).join(', ')
  if (typeof value === 'object' && value !== null)
    return Object.values(value).map(plainWords).filter(Boolean).join(' ')
  return value === null ? '' : String(value)
}

/**
 * Plain words of a definition with the case's answers in them. Undefined where they name something that is not known here
 * (a fact of that time), was not answered, or is not to be seen.
 */
export function caseWords(words: Words, about: Case, rights: Rights): string | undefined {
  const parts = words.parts.map((part) =>
    typeof part === 'string' ? part : operandWords(part, about, rights),
  )
  return parts.includes(undefined) ? undefined : parts.join('')
}

function operandWords(operand: Operand, about: Case, rights: Rights): string | undefined {
  switch (operand.from) {
    case 'literal':
      return plainWords(operand.value)
    case 'answer':
      return operand.path.length === 1 ? answerWords(operand.path[0], about, rights) : undefined
    case 'submission':
    case 'engine':
      return operand.key === 'reference'
        ? about.submission.reference
        : answerWords(operand.key, about, rights)
    default:
      return undefined
  }
}

function answerWords(name = '', about: Case, rights: Rights): string | undefined {
  return answerLines(about, name, rights).join(', ') || undefined
}
