import { type AskedMore, asAmended, openAsking } from '../answers/asked-more.ts'
import type { Submission } from '../answers/draft.ts'
import type { Typed } from '../fields/field.ts'
import type { Journey } from '../journey/journey.ts'
import { submissions } from '../store/records.ts'
import { caseScope } from './case-scope.ts'
import type { Engine } from './engine.ts'
import { findHeldInput } from './held-input.ts'
import { withLate } from './late-files.ts'
import { takeMoreFiles } from './more-files.ts'
import { type Part, partsOf, readParts } from './more-parts.ts'
import { type MoreAt, readPlace, type ShownMore, showMore } from './show-more.ts'

export interface MoreRequest {
  /** Id of the submission. */
  readonly submission: string
  readonly madeWith: Journey
  /** As it is served now: its statuses, its messages. */
  readonly journey: Journey
  readonly session: string
}

const KEPT = 'We have kept what you typed when your time here ended. Check it, then send it.'

/** The questions that a person is asked again now; with what they had typed when their session ended. */
export async function findMore(
  engine: Engine,
  request: MoreRequest,
): Promise<ShownMore | undefined> {
  const found = (await engine.store.read(submissions, request.submission))?.value
  const asked = found && openAsking(found)
  if (!asked) return undefined
  const held = await findHeldInput(engine, asked.id)
  const { raised, shut } = readPlace(held?.place ?? '')
  const at = momentOf(engine, request, found, asked)
  const questions = asked.questions.filter((key) => !shut.includes(key))
  const parts = partsOf([...questions, ...raised], at.scope)
  const typed = held && { ...held.typed, ...heldFiles(at, parts, held.typed) }
  return showMore(engine, typed ? answeredSoFar(at, typed, parts) : at, {
    questions,
    raised,
    typed,
    notices: held && !held.isWaiting ? [KEPT] : [],
  })
}

/** What was typed counts for the words of the page: an item is called by its name. */
function answeredSoFar(at: MoreAt, typed: Typed, parts: readonly Part[]): MoreAt {
  const { answers } = readParts(parts, new Map(Object.entries(typed)), at.scope)
  return { ...at, scope: { ...at.scope, answers } }
}

/** The files that were uploaded before, and those that came too late. */
export function heldFiles({ scope }: MoreAt, parts: readonly Part[], typed: Typed): Typed {
  const late = { uploads: withLate(new Map(), typed), body: new URLSearchParams() }
  return takeMoreFiles(parts, scope, typed, late).typed
}

/** What is known of a case while its questions are shown or answered. */
export function momentOf(
  engine: Engine,
  { madeWith, session }: MoreRequest,
  found: Submission,
  asked: AskedMore,
): MoreAt {
  const submission = asAmended(found)
  const scope = caseScope(engine, madeWith, submission, madeWith.language)
  return { submission, asked, scope, session }
}
