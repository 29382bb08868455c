import type { Answers } from '../answers/draft.ts'
import type { Input } from '../fields/field.ts'
import { kindOf } from '../fields/kinds.ts'
import { holds } from '../flow/conditions.ts'
import { fieldsOf, isAlwaysWhole, shownEntries, storedAt } from '../flow/entries.ts'
import { type Place, placeKey } from '../flow/place.ts'
import type { Reach } from '../flow/reach.ts'
import type { Scope } from '../flow/scope.ts'
import type { Button } from '../journey/journey.ts'
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
import { completedHere, failedChecks, type Read, readAnswers } from './read-answers.ts'
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
  const read = readPress(before, place, reach.scope, input, own)
  const { scope } = read
  const button = buttonOf(place, body.get('button'), read, reach.scope, own)
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
  const revealed = button.validate && revealsMore(place, input, read, reach.scope, own)
  if (revealed) return askMore(engine, { ...before, draft: kept }, place, visitor, read)
  const given = { ...before, draft: kept }
  const ending =
    button.run.length === 0
      ? nothingRan(given, visitor)
      : await endingOf(engine, request, given, place, reach, read, button)
  const changes = kept !== before.draft
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

/** A secret that was settled is asked for again where the press changes what it was settled with. */
function readPress(loaded: Loaded, place: Place, before: Scope, input: Input, own: Answers): Read {
  const settled = settledFields(loaded, place, before, own)
  const read = readAnswers(place, input, before, settled, own)
  if (settled.size === 0) return read
  const still = settledFields(loaded, place, before, { ...own, ...read.given })
  return still.size === settled.size ? read : readAnswers(place, input, before, still, own)
}

const TASKS_OPEN = 'Complete all the sections before you go on'
const ONE_MORE = 'There is one more question on this page. Answer it, then go on.'

/** Whether these answers raise a question of the same page that was not on it: its boxes were not posted. */
function revealsMore(
  place: Place,
  input: Input,
  { scope }: Read,
  before: Scope,
  own: Answers,
): boolean {
  if (isAlwaysWhole(place.step.entries)) return false
  const shown = shownEntries(place, own, before).entries
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

/**
 * The named button, where it is shown now or was on the page that was pressed; without a name the first that is shown, as
 * Enter presses it.
 */
function buttonOf(
  place: Place,
  name: string | null,
  { scope }: Read,
  before: Scope,
  own: Answers,
): Button | undefined {
  if (name === null || name === '') return shownButtons(place, scope)[0]
  const named = place.step.buttons.find((button) => button.id === name)
  if (!named?.when || holds(named.when, scope)) return named
  return holds(named.when, shownEntries(place, own, before).scope) ? named : undefined
}

function errorsOf(
  loaded: Loaded,
  place: Place,
  read: Read,
  scope: Scope,
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

function nothingRan(loaded: Loaded, visitor: Visitor): Ending {
  return { loaded, visitor, session: {}, ran: { is: 'on' }, facts: [], closes: false }
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
