import { todayIn } from '../answers/dates.ts'
import type { Answers } from '../answers/draft.ts'
import { errorWordsOf } from '../answers/error-words.ts'
import { readInput } from '../answers/read-input.ts'
import { validateFields } from '../answers/validate.ts'
import type { Typed } from '../fields/field.ts'
import { kindOf } from '../fields/kinds.ts'
import type { Journey, Move } from '../journey/journey.ts'

/** What a post of a move's questions came to. */
export interface Asked {
  readonly answers: Answers
  readonly errors: readonly { readonly control?: string; readonly text: string }[]
  readonly typed: Typed
}

/** Reads and checks the answers to what staff are asked, as a step's are; undefined: nobody's form (R-WEB-12). */
export function readAsked(
  { asks }: Pick<Move, 'asks'>,
  body: URLSearchParams,
  { site }: Journey,
  now: number,
): Asked | undefined {
  const allowed = new Set(asks.flatMap((field) => kindOf(field.kind).controls(field, field.name)))
  const read = readInput(body, allowed)
  if (read.status === 'refused') return undefined
  const measure = { today: todayIn(site.timeZone, now), answerOf: () => undefined }
  const fields = asks.map((field) => ({ field }))
  const { answers, flaws, typed } = validateFields(fields, read.input, measure)
  const errors = flaws.map((flaw) => ({
    control: flaw.control,
    text: errorWordsOf(flaw, { language: 'en' }),
  }))
  return { answers, errors, typed }
}
