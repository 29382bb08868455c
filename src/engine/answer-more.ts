import { createHash } from 'node:crypto'
import { type AskedMore, openAsking } from '../answers/asked-more.ts'
import { fileIdsIn } from '../answers/files-in.ts'
import { readInput } from '../answers/read-input.ts'
import { sentenceIn } from '../answers/sentences.ts'
import type { Input, Typed } from '../fields/field.ts'
import { submissions } from '../store/records.ts'
import type { ShownError } from './decision.ts'
import type { Engine } from './engine.ts'
import { heldFiles, type MoreRequest, momentOf } from './find-more.ts'
import { dropHeldInput, findHeldInput, holdInput } from './held-input.ts'
import { holdFiles, holdMore } from './hold-more.ts'
import { amendmentOf, keepAmendment } from './keep-amendment.ts'
import { withLate } from './late-files.ts'
import { type MoreFiles, refusedAt, takeMoreFiles } from './more-files.ts'
import { keysOf, type OnPage, pageOf, stillAsked } from './more-page.ts'
import {
  boxesAfter,
  controlsOfParts,
  type Part,
  partsOf,
  readParts,
  typedBefore,
  typedOf,
} from './more-parts.ts'
import { type PageToken, readPageToken } from './page-token.ts'
import { NOTHING_CHOSEN } from './press-files.ts'
import { type MoreAt, type ShownMore, showMore } from './show-more.ts'
import type { Uploads } from './take-files.ts'
import { turnedBy } from './turned.ts'

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
const RAISED =
  'Because of what you changed, we need to ask you more. Answer what is new on this page, then send it.'

/** Takes the answers to what staff asked, once; the case goes back to them with what changed. */
export function answerMore(
  engine: Engine,
  request: MoreRequest,
  body: URLSearchParams,
  uploads: Uploads = new Map(),
): Promise<MoreDecision> {
  return engine.lock(`case:${request.submission}`, () =>
    takeAnswers(engine, request, body, uploads),
  )
}

async function takeAnswers(
  engine: Engine,
  request: MoreRequest,
  body: URLSearchParams,
  uploads: Uploads,
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
  const onPage = pageOf(asked, meant ? token.place : '')
  const parts = partsOf(keysOf(onPage), at.scope)
  const read = readInput(body, controlsOfParts(parts))
  if (read.status === 'refused') return { is: 'refused' }
  if (!meant || token.session !== request.session)
    return notProved(engine, at, meant && { parts, body, uploads }, {
      ...onPage,
      typed: typedOf(parts, read.input),
    })
  return takeProved(engine, request, { at, parts, token, input: read.input, onPage }, body, uploads)
}

/** Nothing is sent. Of a page of theirs whose session has ended (`late`) no file has to be chosen again. */
async function notProved(
  engine: Engine,
  at: MoreAt,
  late: { readonly parts: readonly Part[]; body: URLSearchParams; uploads: Uploads } | undefined,
  { questions, raised, typed }: OnPage & { readonly typed: Typed },
): Promise<MoreDecision> {
  if (late) await holdMore(engine, late.body, late.uploads)
  const held = late && (await findHeldInput(engine, at.asked.id))
  const files = held ? heldFiles(at, late.parts, held.typed) : {}
  const errors = [{ text: UNPROVED }]
  return show(engine, at, 403, {
    questions,
    raised,
    typed: { ...typed, ...files },
    errors,
  })
}

interface Proved {
  readonly at: MoreAt
  readonly parts: readonly Part[]
  readonly token: PageToken
  readonly input: Input
  readonly onPage: OnPage
}

/** From a page of ours, to the person who was asked: the files first, since no browser can send them again by itself. */
async function takeProved(
  engine: Engine,
  request: MoreRequest,
  { at, parts, token, input: posted, onPage }: Proved,
  body: URLSearchParams,
  uploads: Uploads,
): Promise<MoreDecision> {
  const held = await findHeldInput(engine, at.asked.id)
  const all = withLate(uploads, held?.typed, body)
  const files = takeMoreFiles(parts, at.scope, held?.typed, { uploads: all, body })
  const isKept = new Set(fileIdsIn(held?.typed ?? {}))
  const keep = files.keep.filter((id) => !isKept.has(id))
  if (files.hasChanged) await holdFiles(engine, token, { ...files, keep }, typedOf(parts, posted))
  const boxes = boxesAfter(parts, posted, body)
  if (boxes) return show(engine, at, 200, { ...onPage, typed: { ...boxes, ...files.typed } })
  const input = new Map([...posted, ...files.input])
  if (files.isOnly) return showFiles(engine, at, parts, input, files, onPage)
  const pressed = { token, onPage, press: pressOf(body), files: files.typed, before: held?.typed }
  return settle(engine, request, at, input, pressed)
}

/** The page with its files as they are now; only what is wrong with files is said. */
function showFiles(
  engine: Engine,
  at: MoreAt,
  parts: readonly Part[],
  input: Input,
  files: MoreFiles,
  onPage: OnPage,
): MoreDecision {
  const refused = refusedAt(input)
  const wrong = readParts(parts, input, at.scope).errors.filter(({ control = '' }) =>
    refused.has(control),
  )
  const { language } = at.scope.world
  const errors = files.nothingAt === undefined ? wrong : [nothingChosen(files.nothingAt, language)]
  const typed = { ...typedOf(parts, input), ...files.typed }
  return show(engine, at, errors.length > 0 ? 422 : 200, { ...onPage, typed, errors })
}

function nothingChosen(control: string, language: string): ShownError {
  return { control, text: sentenceIn(language, NOTHING_CHOSEN) }
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

interface Pressed {
  readonly token: PageToken
  readonly onPage: OnPage
  readonly press: string
  readonly files: Typed
  /** What was typed before, on pages that asked something else too. */
  readonly before: Typed | undefined
}

async function settle(
  engine: Engine,
  request: MoreRequest,
  at: MoreAt,
  input: Input,
  { token, onPage, press, files, before = {} }: Pressed,
): Promise<MoreDecision> {
  const { scope } = at
  const seen = partsOf(keysOf(onPage), scope)
  const keys = stillAsked(at, input, onPage)
  const isSeen = (key: string) => keysOf(onPage).includes(key)
  const parts = partsOf(keysOf(keys).filter(isSeen), scope)
  const { answers, errors } = readParts(parts, input, scope)
  const typed = { ...typedOf(seen, input), ...files }
  const now = { ...at, scope: { ...scope, answers } }
  const turned = turnedBy(scope, now.scope)
  const raised = errors.length > 0 ? [] : turned.raised.filter((key) => !isSeen(key))
  const next = { questions: keys.questions, raised: [...keys.raised, ...raised] }
  const unseen = keysOf(next).filter((key) => !isSeen(key))
  if (errors.length > 0 || unseen.length > 0) {
    const isLeftOut = (key: string) => !keysOf(next).includes(key)
    if (keysOf(onPage).some(isLeftOut)) await holdMoreTyped(engine, token, seen, before, typed)
    const anew = typedBefore(partsOf(unseen, now.scope), before, scope)
    const overlay = { ...next, typed: { ...anew, ...typed } }
    return errors.length > 0
      ? show(engine, now, 422, { ...overlay, errors })
      : show(engine, now, 200, { ...overlay, notices: [RAISED] })
  }
  await keepAmendment(engine, request, at, amendmentOf(at, { parts, answers, turned }, press))
  await dropHeldInput(engine, at.asked.id)
  return { is: 'sent' }
}

/** What an answer shuts is there again when another one opens it. */
async function holdMoreTyped(
  engine: Engine,
  { draft, place }: PageToken,
  seen: readonly Part[],
  before: Typed,
  typed: Typed,
): Promise<void> {
  const onPage = controlsOfParts(seen)
  const elsewhere = Object.entries(before).filter(([name]) => !onPage.has(name))
  const all = { ...Object.fromEntries(elsewhere), ...typed }
  await holdInput(engine, draft, place, all, { files: fileIdsIn(all), isWaiting: true })
}

function show(
  engine: Engine,
  at: MoreAt,
  status: 200 | 403 | 422,
  overlay: Parameters<typeof showMore>[2],
): MoreDecision {
  return { is: 'show', status, page: showMore(engine, at, overlay) }
}

/** The same answers from the same page are the same press. */
function pressOf(body: URLSearchParams): string {
  const said = [...body].filter(([name]) => name !== 'page')
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url').slice(0, 22)
}
