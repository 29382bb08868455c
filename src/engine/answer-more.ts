import { createHash } from 'node:crypto'
import { type AskedMore, asAmended, openAsking } from '../answers/asked-more.ts'
import type { Submission } from '../answers/draft.ts'
import { readInput } from '../answers/read-input.ts'
import type { Input } from '../fields/field.ts'
import { questionsAlong } from '../flow/along.ts'
import type { Journey } from '../journey/journey.ts'
import { submissions } from '../store/records.ts'
import { caseScope } from './case-scope.ts'
import type { Engine } from './engine.ts'
import { dropHeldInput, findHeldInput, holdInput } from './held-input.ts'
import { amendmentOf, keepAmendment } from './keep-amendment.ts'
import { boxesAfter, controlsOfParts, partsOf, readParts, turnedBy, typedOf } from './more-parts.ts'
import { type PageToken, readPageToken } from './page-token.ts'
import { MORE, type MoreAt, type ShownMore, showMore } from './show-more.ts'

export interface MoreRequest {
  /** Id of the submission. */
  readonly submission: string
  readonly madeWith: Journey
  /** As it is served now: its statuses, its messages. */
  readonly journey: Journey
  readonly session: string
}

export type MoreDecision =
  | { readonly is: 'show'; readonly status: 200 | 403 | 422; readonly page: ShownMore }
  /** Kept; or it was, by the twin of this press. */
  | { readonly is: 'sent' }
  /** Answered before, with something else. */
  | { readonly is: 'already' }
  /** Staff ask no more. */
  | { readonly is: 'closed' }
  | { readonly is: 'refused' }
  | { readonly is: 'not-found' }

const UNPROVED =
  'We could not be sure that this came from our own page. Check your answers, then send them'
const KEPT = 'We have kept what you typed when your time here ended. Check it, then send it.'
const RAISED =
  'Because of what you changed, we need to ask you more. Answer what is new on this page, then send it.'

/** The questions that a person is asked again now; with what they had typed when their session ended. */
export async function findMore(
  engine: Engine,
  request: MoreRequest,
): Promise<ShownMore | undefined> {
  const found = (await engine.store.read(submissions, request.submission))?.value
  const asked = found && openAsking(found)
  if (!asked) return undefined
  const held = await findHeldInput(engine, asked.id)
  const raised = held?.place.split(',').slice(1) ?? []
  return showMore(engine, momentOf(engine, request, found, asked), {
    raised,
    typed: held?.typed,
    notices: held ? [KEPT] : [],
  })
}

/** The session had ended: what was typed is sealed to what was asked, and shown again to whoever was asked. */
export async function holdMore(engine: Engine, body: URLSearchParams): Promise<boolean> {
  const token = readPageToken(body.get('page') ?? undefined, engine.services.secretKey)
  if (!token?.place.startsWith(MORE)) return false
  const own = new Set([...body.keys()].filter((name) => name !== 'page' && name !== 'button'))
  const read = readInput(body, own)
  if (read.status === 'refused') return false
  await holdInput(engine, token.draft, token.place, Object.fromEntries(read.input))
  return true
}

/** Takes the answers to what staff asked, once; the case goes back to them with what changed. */
export function answerMore(
  engine: Engine,
  request: MoreRequest,
  body: URLSearchParams,
): Promise<MoreDecision> {
  return engine.lock(`case:${request.submission}`, () => takeAnswers(engine, request, body))
}

async function takeAnswers(
  engine: Engine,
  request: MoreRequest,
  body: URLSearchParams,
): Promise<MoreDecision> {
  const found = (await engine.store.read(submissions, request.submission))?.value
  const token = readPageToken(body.get('page') ?? undefined, engine.services.secretKey)
  const open = found && openAsking(found)
  const meant = token && found?.more?.find(({ id }) => id === token.draft)
  const asked = meant ?? open
  if (!found || !asked) return { is: 'not-found' }
  const over = overFor(asked, open, body)
  if (over) return over
  const at = momentOf(engine, request, found, asked)
  const onPage = meant ? raisedIn(token) : []
  const parts = partsOf([...asked.questions, ...onPage], at.scope)
  const read = readInput(body, controlsOfParts(parts))
  if (read.status === 'refused') return { is: 'refused' }
  if (!meant || token.session !== request.session)
    return show(engine, at, 403, {
      raised: onPage,
      typed: typedOf(parts, read.input),
      errors: [{ text: UNPROVED }],
    })
  const boxes = boxesAfter(parts, read.input, body)
  if (boxes) return show(engine, at, 200, { raised: onPage, typed: boxes })
  return settle(engine, request, at, read.input, { onPage, press: pressOf(body) })
}

/** Undefined: it is what the person is asked now. */
function overFor(
  asked: AskedMore,
  open: AskedMore | undefined,
  body: URLSearchParams,
): MoreDecision | undefined {
  if (asked.answered) return { is: asked.answered.press === pressOf(body) ? 'sent' : 'already' }
  return asked === open ? undefined : { is: 'closed' }
}

async function settle(
  engine: Engine,
  request: MoreRequest,
  at: MoreAt,
  input: Input,
  { onPage, press }: { readonly onPage: readonly string[]; readonly press: string },
): Promise<MoreDecision> {
  const { scope } = at
  const keys = stillAsked(at, input, onPage)
  const parts = partsOf([...keys.questions, ...keys.raised], scope)
  const { answers, errors } = readParts(parts, input, scope)
  const typed = typedOf(partsOf([...at.asked.questions, ...onPage], scope), input)
  if (errors.length > 0) return show(engine, at, 422, { ...keys, typed, errors })
  const turned = turnedBy(scope, { ...scope, answers })
  const unseen = turned.raised.filter((key) => !onPage.includes(key))
  if (unseen.length > 0) {
    const raised = [...keys.raised, ...unseen]
    return show(engine, at, 200, { ...keys, raised, typed, notices: [RAISED] })
  }
  await keepAmendment(engine, request, at, amendmentOf(at, { parts, answers, turned }, press))
  await dropHeldInput(engine, at.asked.id)
  return { is: 'sent' }
}

/** What is asked in view of the answers: an answer may shut a question that was picked, or one that it had raised. */
function stillAsked({ asked, scope }: MoreAt, input: Input, onPage: readonly string[]) {
  const first = readParts(partsOf([...asked.questions, ...onPage], scope), input, scope)
  const after = { ...scope, answers: first.answers }
  const { dropped, gone } = turnedBy(scope, after)
  const isShut = (key: string) => {
    const [place = '', name = ''] = key.split(':')
    return place.includes('/') ? gone.has(place.split('/')[0] ?? '') : dropped.has(name)
  }
  const open = new Set(questionsAlong(after).map(({ key }) => key))
  return {
    questions: asked.questions.filter((key) => !isShut(key)),
    raised: onPage.filter((key) => open.has(key)),
  }
}

function momentOf(
  engine: Engine,
  { madeWith, session }: MoreRequest,
  found: Submission,
  asked: AskedMore,
): MoreAt {
  const submission = asAmended(found)
  const scope = caseScope(engine, madeWith, submission, madeWith.language)
  return { submission, asked, scope, session }
}

function show(
  engine: Engine,
  at: MoreAt,
  status: 200 | 403 | 422,
  overlay: Parameters<typeof showMore>[2],
): MoreDecision {
  return { is: 'show', status, page: showMore(engine, at, overlay) }
}

function raisedIn({ place }: PageToken): readonly string[] {
  return place.split(',').slice(1)
}

/** The same answers from the same page are the same press. */
function pressOf(body: URLSearchParams): string {
  const said = [...body].filter(([name]) => name !== 'page')
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url').slice(0, 22)
}
