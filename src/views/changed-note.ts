import type { AnswerChange } from '../answers/asked-more.ts'
import type { Field } from '../fields/field.ts'
import { kindOf } from '../fields/kinds.ts'
import type { Journey } from '../journey/journey.ts'
import { momentInWords } from './moment.ts'
import { plainWords, type Sent } from './sent-words.ts'
import { wordsOf } from './words.ts'

/** Which answer: of a field, or of one in an item of a repeat. */
export type Answered = Pick<AnswerChange, 'field' | 'array' | 'item'>

/** When an answer was last changed by the person, and what it was before; undefined: it is as it was sent. */
export function changedNote(
  { submission, madeWith }: Sent,
  answer: Answered,
  field: Field | undefined,
): string | undefined {
  const found = (submission.more ?? [])
    .flatMap(({ answered }) => (answered ? [answered] : []))
    .findLast(({ changes }) => changes.some((change) => isOf(change, answer)))
  const change = found?.changes.find((one) => isOf(one, answer))
  if (!found || !change) return undefined
  const when = momentInWords(found.at, madeWith.site.timeZone, madeWith.language)
  const words = wordsOf(madeWith.language).account
  return words.changedOn(when, linesOf(change, field, madeWith).join(', '))
}

function isOf(change: AnswerChange, { field, array, item }: Answered): boolean {
  return change.field === field && change.array === array && change.item === item
}

function linesOf(
  { before }: AnswerChange,
  field: Field | undefined,
  madeWith: Journey,
): readonly string[] {
  if (before === undefined) return []
  if (!field || field.kind === 'repeat') return [plainWords(before)]
  return kindOf(field.kind).summarise(field, before, madeWith)
}
