import { hash } from 'node:crypto'
import { readInput } from '../answers/read-input.ts'
import type { Input } from '../fields/field.ts'
import { kindOf } from '../fields/kinds.ts'
import { holds } from '../flow/conditions.ts'
import { fieldsOf, shownEntries, storedAt } from '../flow/entries.ts'
import { type Place, placeKey, placeOf } from '../flow/place.ts'
import { type Reach, reachOf } from '../flow/reach.ts'
import { isSame } from '../flow/values.ts'
import type { Button, Entry, Journey } from '../journey/journey.ts'
import { isStoreFault } from '../store/store-errors.ts'
import { completePress, type Ending } from './complete-press.ts'
import type { Decision, ShownError } from './decision.ts'
import type { Engine } from './engine.ts'
import { goWhere, withNotice } from './go.ts'
import { dropHeldInput } from './held-input.ts'
import { keepAnswers, staleAnswers } from './keep-answers.ts'
import { holdTyped, lapsed, typedIn, unproved, unsaved } from './late-press.ts'
import { type Loaded, loadAgain, loadDraft, ownerKey, ownerOf, saveDraft } from './load-draft.ts'
import { type PageToken, readPageToken } from './page-token.ts'
import { pressFiles } from './press-files.ts'
import { pressList } from './press-list.ts'
import {
  completedHere,
  controlsOf,
  failedChecks,
  type Read,
  readAnswers,
  scopeWith,
} from './read-answers.ts'
import { runButton } from './run-button.ts'
import { saveForLater } from './save-for-later.ts'
import { settledFields } from './settled.ts'
import { shownButtons, showStep } from './show-step.ts'
import type { Uploads } from './take-files.ts'
import { throughJourney } from './through.ts'
import type { Visitor } from './visitor.ts'
import { withBoxes } from './with-boxes.ts'

export interface PressRequest {
  readonly journey: Journey
  /** The place's key, as the address names it. */
  readonly key: string
  readonly visitor: Visitor
  readonly body: URLSearchParams
  /** The files that came with it. */
  readonly uploads?: Uploads
  /** The page pressed its button by itself. */
  readonly isPoll: boolean
}

export const TOO_EARLY = 'We have taken you to the page that you need to fill in next.'

/** A press of a button or link of a step: the stages of DESIGN.md, in order. */
export async function press(engine: Engine, request: PressRequest): Promise<Decision> {
  const { journey, visitor } = request
  const place = placeOf(journey, request.key)
  if (!place) return { is: 'not-found' }
  const key = ownerKey(ownerOf(journey, visitor), journey.id)
  return engine.lock(key, () => pressPlace(engine, request, place))
}

/** Where nothing can be written, the page comes again with all that was typed (R-REL-04). */
async function pressPlace(engine: Engine, request: PressRequest, place: Place): Promise<Decision> {
  const { journey, visitor, body } = request
  const loaded = await loadDraft(engine, journey, visitor)
  const input = inputOf(place, body)
  try {
    return await takePress(engine, request, place, loaded, input)
  } catch (error) {
    const shown = isStoreFault(error) && unsaved(engine, loaded, place, input)
    if (shown) return shown
    throw error
  }
}

async function takePress(
  engine: Engine,
  request: PressRequest,
  place: Place,
  loaded: Loaded,
  input: Input,
): Promise<Decision> {
  const { visitor, body } = request
  const token = readPageToken(body.get('page') ?? undefined, engine.services.secretKey)
  if (!token) return unproved(engine, visitor, loaded, place, input)
  if (token.session !== visitor.session) return lapsed(engine, request, loaded, place, token, input)
  const mark = pressKey(place, token, body, input)
  const again = endingOfTwin(engine, loaded, token, mark)
  if (again) return again
  if (token.draft !== '' && token.draft !== loaded.draft.id)
    return lapsed(engine, request, loaded, place, token, input)
  const reach = reachOf(place, loaded.progress, loaded.draft)
  if (!reach) {
    await holdTyped(engine, loaded, place, token, input, request.uploads)
    return withNotice(goWhere(loaded, visitor), visitor, TOO_EARLY)
  }
  return takeReached(engine, request, { place, loaded, reach, token, input, mark })
}

interface Reached {
  readonly place: Place
  readonly loaded: Loaded
  readonly reach: Reach
  readonly token: PageToken
  readonly input: Input
  /** Names this very press. */
  readonly mark: string
}

/** A press on a page on which the person may be, by what was pressed. */
async function takeReached(
  engine: Engine,
  request: PressRequest,
  reached: Reached,
): Promise<Decision> {
  const { visitor, body, uploads } = request
  const { place, token, input: typed, mark } = reached
  // A field may have the name of a control of ours: then it is an answer.
  const isOurs = (name: string) => body.has(name) && !typed.has(name)
  const filed = await pressFiles(engine, { ...reached, visitor, body, uploads })
  const { loaded, reach, input } = filed
  if (filed.decision) return filed.decision
  if (isOurs('save'))
    return saveForLater(engine, { loaded, place, reach, visitor, token, input, key: mark })
  if (place.list) return pressList(engine, { loaded, place, visitor, body, token, key: mark })
  if (isOurs('more') || isOurs('less')) {
    const page = withBoxes(engine, loaded, place, reach, body, input)
    if (page) return { is: 'show', status: 200, page }
  }
  if (isOurs('link'))
    return pressLink(engine, loaded, place, reach, visitor, body.get('link') ?? '')
  return pressButton(engine, request, { ...reached, loaded, reach, input })
}

function inputOf(place: Place, body: URLSearchParams): Input {
  const read = readInput(body, controlsOf(place))
  return read.status === 'read' ? read.input : new Map()
}

/** A second press of the same page gets the first one's ending (double click, two tabs, reload). */
function endingOfTwin(
  engine: Engine,
  loaded: Loaded,
  token: PageToken,
  key: string,
): Decision | undefined {
  const gone = engine.returned.get(token.draft)
  if (gone?.key === key) return { is: 'go', to: gone.to }
  if (token.draft !== '' && token.draft !== loaded.draft.id) return undefined
  const twin = loaded.draft.presses.find((one) => one.key === key)
  return twin && { is: 'go', to: JSON.parse(twin.location) }
}

/** The ending of a press that was taken already, for whoever sends the very same again; undefined: it was not. */
export async function repeatPress(
  engine: Engine,
  request: PressRequest,
): Promise<Decision | undefined> {
  const { journey, visitor, body } = request
  const place = placeOf(journey, request.key)
  const token = readPageToken(body.get('page') ?? undefined, engine.services.secretKey)
  if (!place || token?.session !== visitor.session) return undefined
  const loaded = await loadDraft(engine, journey, visitor)
  return endingOfTwin(engine, loaded, token, pressKey(place, token, body, inputOf(place, body)))
}

function pressKey(place: Place, token: PageToken, body: URLSearchParams, input: Input): string {
  const said = JSON.stringify([
    placeKey(place),
    token.press,
    body.get('button'),
    body.get('remove'),
    body.get('sure'),
    body.get('another'),
    body.get('save'),
    Object.entries(typedIn(place, input)),
  ])
  return hash('sha256', said, 'base64url').slice(0, 22)
}

async function pressLink(
  engine: Engine,
  loaded: Loaded,
  place: Place,
  reach: Reach,
  visitor: Visitor,
  named: string,
): Promise<Decision> {
  const { scope } = shownEntries(place, storedAt(place, loaded.draft.answers), reach.scope)
  const journey = journeyOfTask(loaded, place, named)
  const link = journey === undefined ? place.step.links[Number(named)] : { journey, with: {} }
  if (!link || !('journey' in link) || ('when' in link && link.when && !holds(link.when, scope)))
    return goWhere(loaded, visitor)
  const caller = { called: link.journey, journey: loaded.journey.id, place: placeKey(place) }
  return throughJourney(visitor, caller, engine.journeys.get(link.journey), link.with, scope)
}

/** The journey of a task that can be begun, by its place in the list: `task-2`. */
function journeyOfTask({ progress }: Loaded, { step }: Place, named: string): string | undefined {
  const index = /^task-(\d{1,3})$/u.exec(named)?.[1]
  const stand = index === undefined ? undefined : progress.tasks[step.id]?.[Number(index)]
  return stand?.state === 'cannot-start' || stand?.hidden ? undefined : stand?.task.journey
}

async function pressButton(
  engine: Engine,
  request: PressRequest,
  { place, loaded: before, reach, token, input, mark }: Reached,
): Promise<Decision> {
  const { visitor, body } = request
  const own = storedAt(place, before.draft.answers)
  const stored = shownEntries(place, own, reach.scope)
  const settled = settledFields(before, place, stored.scope)
  const read = readAnswers(place, input, reach.scope, settled, own)
  const scope = scopeWith(place, read.given, reach.scope, read.emptied)
  const button = buttonOf(
    place,
    body.get('button'),
    shownButtons(place, scope),
    shownButtons(place, stored.scope),
  )
  if (!button) return withNotice(goWhere(before, visitor), visitor, TOO_EARLY)
  const stale = staleAnswers(before, place, token, read)
  if (stale)
    return {
      is: 'show',
      status: 409,
      page: showStep(engine, before, place, {
        typed: read.typed,
        given: read.given,
        notices: [stale],
      }),
    }
  const errors = button.validate ? errorsOf(before, place, read, scope, button) : []
  if (errors.length > 0)
    return {
      is: 'show',
      status: 422,
      page: showStep(engine, before, place, { typed: read.typed, given: read.given, errors }),
    }
  const kept = keepAnswers(before, place, read, button)
  const revealed = button.validate && revealsMore(place, input, stored.entries, scope)
  if (revealed) return askMore(engine, { ...before, draft: kept }, place, visitor, read)
  const ending = await endingOf(
    engine,
    request,
    { ...before, draft: kept },
    place,
    reach,
    read,
    button,
  )
  const changes = !isSame(
    { ...storedAt(place, kept.answers) },
    { ...storedAt(place, before.draft.answers) },
  )
  const { isPoll } = request
  const decision = await completePress(engine, {
    visitor,
    place,
    reach,
    read,
    button,
    key: mark,
    changes,
    isPoll,
    ending,
  })
  if (decision.is === 'go') await dropHeldInput(engine, before.draft.id, placeKey(place))
  return decision
}

const TASKS_OPEN = 'Complete all the sections before you go on'
const ONE_MORE = 'There is one more question on this page. Answer it, then go on.'

/** Whether these answers raise a question of the same page that was not on it: its boxes were not posted. */
function revealsMore(
  place: Place,
  input: Input,
  shown: readonly Entry[],
  scope: ReturnType<typeof scopeWith>,
): boolean {
  return fieldsOf(place.step.entries).some((entry) => {
    const isShown = shown.some((one) => one.is === 'field' && one.field.name === entry.field.name)
    if (!entry.when || entry.readOnly || isShown || !holds(entry.when, scope)) return false
    const names = kindOf(entry.field.kind).controls(entry.field, entry.field.name)
    return !names.some((name) => input.has(name))
  })
}

/** Keeps the answers and shows the page again, with the question that they raise: nobody is led past one unseen. */
async function askMore(
  engine: Engine,
  loaded: Loaded,
  place: Place,
  visitor: Visitor,
  read: Read,
): Promise<Decision> {
  const saved = await saveDraft(engine, loaded, loaded.draft)
  const after = await loadAgain(engine, saved, visitor, saved.draft)
  const page = showStep(engine, after, place, { typed: read.typed, notices: [ONE_MORE] })
  return { is: 'show', status: 200, page }
}

/** The named button; without a name the first that is shown, as Enter presses it. */
function buttonOf(
  place: Place,
  name: string | null,
  ...shown: readonly (readonly Button[])[]
): Button | undefined {
  if (name === null || name === '') return shown[0]?.[0]
  const all = shown.flat()
  return place.step.buttons.find((button) => button.id === name && all.includes(button))
}

function errorsOf(
  loaded: Loaded,
  place: Place,
  read: Read,
  scope: ReturnType<typeof scopeWith>,
  button: Button,
): readonly ShownError[] {
  if (read.errors.length > 0) return read.errors
  const open = loaded.progress.tasks[place.step.id]?.some(({ state }) => state !== 'completed')
  if (open) return [{ text: TASKS_OPEN }]
  const { journey, world } = loaded
  const submits = button.run.some((call) => world.contracts.get(call.action)?.submits)
  const wide = submits ? journey.checks : completedHere(journey.checks, place, scope)
  return [...failedChecks(place.step.checks, scope, place), ...failedChecks(wide, scope, place)]
}

async function endingOf(
  engine: Engine,
  request: PressRequest,
  loaded: Loaded,
  place: Place,
  reach: Reach,
  read: Read,
  button: Button,
): Promise<Ending> {
  if (button.run.length === 0)
    return {
      loaded,
      visitor: request.visitor,
      session: {},
      ran: { is: 'on' },
      facts: [],
      closes: false,
    }
  const saved = await saveDraft(engine, loaded, loaded.draft)
  return runButton(engine, {
    loaded: saved,
    visitor: request.visitor,
    place,
    reach,
    given: read.given,
    button,
  })
}
