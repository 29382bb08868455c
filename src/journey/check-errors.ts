import type { Field } from '../fields/field.ts'
import { PROBLEMS } from './codes.ts'
import type { Report } from './problem.ts'
import type { Keywords } from './resolve-ref.ts'

/** What is only ever wrong with an answer where the keyword itself stands beside it. */
const NEED_THEMSELVES: readonly string[] = [
  'pattern',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
]
const LIMITS: readonly string[] = ['before', 'onOrBefore', 'after', 'onOrAfter']

/** Reports the author's words for what can never be wrong: in its place something else is, which has no words. */
export function checkErrors(field: Field, keywords: Keywords, report: Report): void {
  const messages = keywords.get('errorMessage')?.value
  if (messages?.is !== 'map' || keywords.has('items') || field.parts.length > 0) return
  for (const { key, keyAt } of messages.pairs)
    if (isNeverSaid(key, field, keywords))
      report(
        PROBLEMS.unsaidError,
        keyAt,
        `Nothing asks for "${key}" of "${field.name}": these words are never said.`,
        `Add "${key}" beside "errorMessage", or name what the words are about.`,
      )
}

function isNeverSaid(key: string, { kind, presentation }: Field, keywords: Keywords): boolean {
  if (NEED_THEMSELVES.includes(key)) return !keywords.has(key)
  if (LIMITS.includes(key))
    return presentation.limits?.every(({ relation }) => relation !== key) ?? true
  return key === 'format' && ['text', 'textarea'].includes(kind) && !keywords.has('format')
}
