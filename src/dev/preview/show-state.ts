import type { Overlay, ShownError, ShownStep } from '../../engine/decision.ts'
import type { Engine } from '../../engine/engine.ts'
import type { Loaded } from '../../engine/load-draft.ts'
import { UNCHOSEN } from '../../engine/press-list.ts'
import {
  controlOf,
  failedChecks,
  type Read,
  readAnswers,
  scopeWith,
} from '../../engine/read-answers.ts'
import { spokenFor } from '../../engine/run-calls.ts'
import { scopeAt, showStep } from '../../engine/show-step.ts'
import { type Place, stepOf } from '../../flow/place.ts'
import { putWords } from '../../flow/words.ts'
import type { Journey, Step } from '../../journey/journey.ts'
import { createStage, type Setting } from '../../scenarios/stage.ts'
import { laidOut } from './laid-out.ts'
import type { State, Texts } from './state.ts'
import { ACCOUNT } from './supposed.ts'

const POSTED =
  'This is a preview: nothing was kept, and nothing was run. There is nothing wrong with these answers.'
const POSTED_WRONG = 'This is a preview: nothing was kept, and nothing was run.'

/** The place whose page a state is of. */
export function placeOfState(step: Step, { list }: Pick<State, 'list'>): Place {
  if (step.repeat === undefined) return { step }
  return list ? { step, list } : { step, item: 1 }
}

/** An engine that has no records, and whose actions do nothing. */
export function previewEngine(setting: Setting, journey: Journey): Engine {
  const given = { account: ACCOUNT, given: {}, facts: {}, actions: {} }
  return createStage(setting, journey, given).engine
}

/**
 * The page of a step in a state, made by what makes every page, in the language of `journey`. No draft is read or
 * written, and no action is run.
 */
export function showState(setting: Setting, journey: Journey, step: Step, state: State): ShownStep {
  const place = placeOfState(step, state)
  const loaded = laidOut(setting, journey, place, state.supposed, state.tasks)
  const engine = previewEngine(setting, journey)
  return showStep(engine, loaded, place, overlayOf(engine, loaded, place, state))
}

function overlayOf(engine: Engine, loaded: Loaded, place: Place, { over }: State): Overlay {
  switch (over?.is) {
    case undefined:
      return {}
    case 'typed':
    case 'posted':
      return postedOverlay(loaded, place, over.texts, over.is === 'posted')
    case 'unchosen':
      return { errors: [UNCHOSEN] }
    case 'check': {
      const check = (over.of === 'step' ? place.step : loaded.journey).checks[over.index]
      const { before } = scopeAt(loaded, place)
      if (!check) return {}
      const control = check.field === undefined ? undefined : controlOf(check.field, place)
      const text = putWords(check.message, before)
      return { errors: [{ text, ...(control !== undefined && { control }) }] }
    }
    case 'outcome':
      return outcomeOverlay(engine, loaded, place, over)
  }
}

function postedOverlay(loaded: Loaded, place: Place, texts: Texts, isPosted: boolean): Overlay {
  if (place.list) return { notices: [POSTED_WRONG] }
  const { read, errors } = readPosted(loaded, place, texts)
  const said = errors.length > 0 ? POSTED_WRONG : POSTED
  return { typed: read.typed, given: read.given, errors, notices: isPosted ? [said] : [] }
}

/** What the service finds wrong with what was typed. */
function readPosted(
  loaded: Loaded,
  place: Place,
  texts: Texts,
): { readonly read: Read; readonly errors: readonly ShownError[] } {
  const { before, own } = scopeAt(loaded, place)
  const read = readAnswers(place, new Map(Object.entries(texts)), before, new Set(), own)
  if (read.errors.length > 0) return { read, errors: read.errors }
  const scope = scopeWith(place, { ...read.given }, before)
  return { read, errors: failedChecks(place.step.checks, scope, place) }
}

function outcomeOverlay(
  engine: Engine,
  loaded: Loaded,
  place: Place,
  over: Extract<State['over'], { is: 'outcome' }>,
): Overlay {
  const { journey } = loaded
  const from = stepOf(journey, over.step)
  const call = from?.buttons.find(({ id }) => id === over.button)?.run[over.call]
  const action = call && engine.actionsOf(journey.id).get(call.action)
  const spoken =
    call &&
    action &&
    spokenFor(call, action, { outcome: over.outcome }, scopeAt(loaded, place).before)
  if (spoken?.then !== 'error') return spoken?.text === undefined ? {} : { notices: [spoken.text] }
  const control = spoken.field === undefined ? undefined : controlOf(spoken.field, place)
  return { errors: [{ text: spoken.text, ...(control !== undefined && { control }) }] }
}
