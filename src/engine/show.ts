import type { Answers } from '../answers/draft.ts'
import type { JsonObject, Typed } from '../fields/field.ts'
import { storedAt } from '../flow/entries.ts'
import { type Place, placeKey, placeOf } from '../flow/place.ts'
import { reachOf } from '../flow/reach.ts'
import { standAt } from '../flow/task-lists.ts'
import type { Journey } from '../journey/journey.ts'
import type { Decision } from './decision.ts'
import { EDITED, isEdited } from './edited.ts'
import type { Engine } from './engine.ts'
import { enterStep } from './enter-step.ts'
import { goOnIn, goTo, goWhere, START_AGAIN, takenThere, withNotice } from './go.ts'
import { findHeldInput } from './held-input.ts'
import { knownPage } from './known-page.ts'
import { withLate } from './late-files.ts'
import { accountIn, type Loaded, loadDraft } from './load-draft.ts'
import { writePageToken } from './page-token.ts'
import { offeredDraft } from './passage.ts'
import { showStep } from './show-step.ts'
import { bytesOf, slotsOf, takeFiles } from './take-files.ts'
import type { Visitor } from './visitor.ts'

export interface ShowRequest {
  readonly journey: Journey
  /** The place's key, as the address names it; absent: the journey's bare address. */
  readonly key?: string
  readonly visitor: Visitor
}

const KEPT = 'We have kept what you typed. Check it, then go on.'

/** Shows a place, or leads to where the person is. Never changes a draft (FORMAT.md, Progress). */
export async function show(engine: Engine, request: ShowRequest): Promise<Decision> {
  const { journey, visitor, key } = request
  const place = key === undefined ? undefined : placeOf(journey, key)
  if (key !== undefined && !place) return { is: 'not-found' }
  if (accountIn(visitor) !== undefined && (await offeredDraft(engine, journey, visitor)))
    return { is: 'choose', journey, token: choiceToken(engine, journey, visitor) }
  const loaded = await loadDraft(engine, journey, visitor)
  const held = await heldFor(engine, loaded)
  if (!place) return lead(loaded, visitor, held?.place)
  if (reachOf(place, loaded.progress, loaded.draft))
    return showPlace(engine, loaded, place, visitor, held)
  const stand = standAt(place, loaded.progress.tasks)
  if (stand?.through !== undefined && stand.place?.step === place.step)
    return goOnIn(stand, loaded, visitor)
  const words = loaded.replaces ? START_AGAIN : takenThere(loaded)
  return withNotice(lead(loaded, visitor, held?.place), visitor, words)
}

interface Held {
  readonly place: Place
  readonly typed: Typed
}

/** What was typed when a session had ended, where the journey still has its place. */
async function heldFor(
  engine: Engine,
  { draft, journey, version }: Loaded,
): Promise<Held | undefined> {
  const held = version === 0 ? undefined : await findHeldInput(engine, draft.id)
  const place = held && placeOf(journey, held.place)
  return place && { place, typed: held.typed }
}

async function showPlace(
  engine: Engine,
  loaded: Loaded,
  place: Place,
  visitor: Visitor,
  held: Held | undefined,
): Promise<Decision> {
  const typed = held && placeKey(held.place) === placeKey(place) ? held.typed : undefined
  const { enter } = place.step
  const entered = enter.length === 0 ? loaded : await enterStep(engine, loaded, place, visitor)
  const { where } = loaded.progress
  const isHere = where.is === 'place' && placeKey(where.place) === placeKey(place)
  const notices = [
    ...visitor.notices,
    ...(typed ? [KEPT] : []),
    ...(isHere && isEdited(loaded) ? [EDITED] : []),
  ]
  const isPlain = notices.length === 0 && !typed && entered === loaded
  const page = isPlain
    ? knownPage(engine, loaded, place)
    : showStep(engine, entered, place, {
        notices,
        ...(typed && { typed, given: withLateFiles(loaded, place, typed) }),
      })
  const decision: Decision = { is: 'show', status: 200, page }
  return visitor.notices.length > 0 ? { ...decision, session: { notices: [] } } : decision
}

/** The answers of the page with the files in them that came too late: they are shown, and taken with the next press. */
function withLateFiles({ draft }: Loaded, place: Place, typed: Typed): Answers {
  const own = storedAt(place, draft.answers)
  if (place.list) return own
  const uploads = withLate(new Map(), typed)
  const post = { uploads, body: new URLSearchParams(), inDraft: bytesOf(draft.answers) }
  return takeFiles(slotsOf(place), own, post).own ?? own
}

/** To the page whose post came too late, where it can be reached; else to where the person is. */
function lead(loaded: Loaded, visitor: Visitor, held: Place | undefined): Decision {
  if (held && reachOf(held, loaded.progress, loaded.draft)) return goTo(loaded, held)
  const decision = goWhere(loaded, visitor)
  return loaded.replaces ? withNotice(decision, visitor, START_AGAIN) : decision
}

/** The token of the page that asks which draft to keep. */
export function choiceToken(engine: Engine, journey: Journey, visitor: Visitor): string {
  const token = { session: visitor.session, draft: '', press: 0, place: `choice:${journey.id}` }
  return writePageToken(token, engine.services.secretKey)
}

/** What of an address's query a `prefill` of the journey names. */
export function queryFor(journey: Journey, query: URLSearchParams): JsonObject {
  const names = new Set(
    journey.steps.flatMap((step) =>
      Object.values(step.prefill).flatMap((one) => (one.from === 'query' ? [one.key] : [])),
    ),
  )
  return Object.fromEntries(
    [...query].filter(([name, value]) => names.has(name) && value.length <= 500),
  )
}
