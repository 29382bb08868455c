import { outgoingOf } from '../actions/outgoing.ts'
import type { AskedMore } from '../answers/asked-more.ts'
import type { Answers, OutgoingMessage, Submission } from '../answers/draft.ts'
import type { Json } from '../fields/field.ts'
import { kindOf } from '../fields/kinds.ts'
import { type Question, questionsOn } from '../flow/along.ts'
import type { Scope } from '../flow/scope.ts'
import { isObject } from '../flow/values.ts'
import type { Journey, MoreRule, Move } from '../journey/journey.ts'
import { caseScope, languageFor, toldScope } from './case-scope.ts'
import { composeWith } from './compose-message.ts'
import type { Engine } from './engine.ts'

/** A case with the definition that it was made with. */
export interface AboutCase {
  /** As it reads now, with what was answered since. */
  readonly submission: Submission
  readonly madeWith: Journey
}

/** The questions that the person can be asked again, in the order of the path; none where the definition of then cannot be read. */
export function questionsToAsk(
  engine: Pick<Engine, 'now' | 'contractsOf' | 'journeyGives'>,
  { submission, madeWith }: AboutCase,
): readonly Question[] {
  if (madeWith.hash !== submission.hash) return []
  return questionsOn(
    submission.path,
    caseScope(engine, madeWith, submission, submission.language),
  ).filter((question) => !isOfNobody(question, submission))
}

/** An item that the submission does not hold. */
function isOfNobody({ place }: Question, { answers }: Submission): boolean {
  const items = place.step.repeat === undefined ? undefined : answers[place.step.repeat]
  return place.item !== undefined && !(Array.isArray(items) && isObject(items[place.item - 1]))
}

export type Asking =
  | { readonly status: 'ready'; readonly asked: AskedMore; readonly message: OutgoingMessage }
  | { readonly status: 'not-possible'; readonly words: string }

/** Puts together what a move asks of the person: the record of it and the email, to be written with the case. */
export async function prepareAsking(
  engine: Engine,
  request: {
    readonly journey: Journey
    readonly move: Move
    readonly asked: Answers
    readonly questions: readonly string[]
  },
  more: MoreRule,
  about: AboutCase,
  scope: Scope,
): Promise<Asking> {
  const { journey, move, asked, questions } = request
  const { account, reference } = about.submission
  const mayAsk = new Set(questionsToAsk(engine, about).map(({ key }) => key))
  if (questions.length === 0 || !questions.every((key) => mayAsk.has(key)))
    return notPossible('These questions cannot be asked again. Nothing has changed.')
  const to = account === undefined ? undefined : await engine.accountValue(account, 'email')
  if (to === undefined)
    return notPossible('There is no login to which we could write. Nothing has changed.')
  const said = wordsAsked(move, asked)
  const own = { ...said, reference, link: engine.moreLink(reference) }
  const language = await languageFor(engine, account, about.submission.language)
  const told = toldScope(journey, scope, language)
  const message = composeWith(engine, told.world, told, more.message, own, [])
  const now = engine.now()
  return {
    status: 'ready',
    asked: {
      id: engine.newId(),
      at: now,
      move: move.id,
      back: more.back,
      questions,
      reason: reasonIn(move, asked),
    },
    message: outgoingOf(message, to, now),
  }
}

function notPossible(words: string): Asking {
  return { status: 'not-possible', words }
}

/** What staff answered, as words of the message. */
function wordsAsked({ asks }: Move, asked: Answers): Record<string, string> {
  return Object.fromEntries(
    asks.flatMap((field): [string, string][] => {
      const value: Json | undefined = asked[field.name]
      if (value === undefined) return []
      const lines = kindOf(field.kind).summarise(field, value, { language: 'en' })
      return [[field.name, typeof value === 'string' ? value : lines.join(', ')]]
    }),
  )
}

/** The first text that staff gave (FORMAT.md: it says why). */
function reasonIn({ asks }: Move, asked: Answers): string {
  const field = asks.find(({ kind }) => kind === 'text' || kind === 'textarea')
  return String(asked[field?.name ?? ''] ?? '')
}
