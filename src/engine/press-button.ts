import type { Input } from '../fields/field.ts'
import { kindOf } from '../fields/kinds.ts'
import { holds } from '../flow/conditions.ts'
import { fieldsOf, shownEntries, storedAt } from '../flow/entries.ts'
import { type Place, placeKey } from '../flow/place.ts'
import type { Reach } from '../flow/reach.ts'
import { isSame } from '../flow/values.ts'
import type { Button, Entry } from '../journey/journey.ts'
import { completePress } from './complete-press.ts'
import type { Decision, ShownError } from './decision.ts'
import type { Engine } from './engine.ts'
import { goWhere, takenThere, withNotice } from './go.ts'
import { dropHeldInput } from './held-input.ts'
import { keepAnswers, staleAnswers } from './keep-answers.ts'
import { type Loaded, loadAgain, saveDraft } from './load-draft.ts'
import type { PageToken } from './page-token.ts'
import type { Ending } from './press-frame.ts'
import type { PressRequest } from './press-request.ts'
import { completedHere, failedChecks, type Read, readAnswers, scopeWith } from './read-answers.ts'
import { runButton } from './run-button.ts'
import { settledFields } from './settled.ts'
import { shownButtons, showStep } from './show-step.ts'
import type { Visitor } from './visitor.ts'

/** A press on a page on which the person may be. */
export interface Reached {
  readonly place: Place
  readonly loaded: Loaded
  readonly reach: Reach
  readonly token: PageToken
  readonly input: Input
  /** Names this very press. */
  readonly mark: string
}

/** A press of a button: the answers are read, checked and kept, its actions run, and the press is completed. */
export async function pressButton(
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
  if (!button) return withNotice(goWhere(before, visitor), visitor, takenThere(before))
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
