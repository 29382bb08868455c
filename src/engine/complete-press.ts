import type { Draft, Exit } from '../answers/draft.ts'
import { answersOf, shownEntries, storedAt } from '../flow/entries.ts'
import { inputsOf, targetOfExit } from '../flow/exits.ts'
import { type Place, placeKey, stepOf } from '../flow/place.ts'
import { isPassed } from '../flow/progress.ts'
import { type Reach, reachOf } from '../flow/reach.ts'
import { standAt } from '../flow/task-lists.ts'
import type { Button } from '../journey/journey.ts'
import { drafts } from '../store/records.ts'
import { bindInvitation } from './bind-invitation.ts'
import type { Decision, Destination } from './decision.ts'
import type { Engine } from './engine.ts'
import { goOnIn, goTo, goWhere, withNotice } from './go.ts'
import { dropHeldInput } from './held-input.ts'
import { type Loaded, loadAgain, saveDraft } from './load-draft.ts'
import { earnsNothing, returnFrom } from './passage.ts'
import { controlOf, type Read } from './read-answers.ts'
import type { Spoken } from './run-calls.ts'
import { showStep } from './show-step.ts'
import { throughJourney } from './through.ts'
import type { SessionChange, Visitor } from './visitor.ts'

/** How a button's actions ended. */
export interface Ending {
  readonly loaded: Loaded
  readonly visitor: Visitor
  readonly session: SessionChange
  readonly ran: Ran
  /** Names of the facts that the press gave. */
  readonly facts: readonly string[]
  readonly closes: boolean
  /** What ran, and how it ended: names only. */
  readonly did?: readonly string[]
  /** How many actions have run although the press did not go on. */
  readonly unfinished?: number
}

export type Ran =
  | {
      readonly is: 'on'
      readonly action?: string
      readonly outcome?: string
      readonly branched?: boolean
      /** Said once, where it leads. */
      readonly notice?: string
    }
  | {
      readonly is: 'spoken'
      readonly spoken: Exclude<Spoken, { then: 'go' }>
      readonly waits: boolean
    }
  | { readonly is: 'refused' }
  | { readonly is: 'fault' }

export interface PressFrame {
  readonly visitor: Visitor
  readonly place: Place
  readonly reach: Reach
  readonly read: Read
  readonly button: Button
  /** Names this press, so that its twin gets the same ending. */
  readonly key: string
  /** Whether the place's stored answers are others than before. */
  readonly changes: boolean
  readonly isPoll: boolean
  readonly ending: Ending
}

const FAULT =
  'We could not do this just now. Nothing that you typed is lost. Try again in a few minutes'
const RUN_OUT = 'Something that we checked earlier has run out, so we need to check it again.'

/** What a press leads to once its actions have ended: the exit is recorded, progress computed again (FORMAT.md, The press). */
export async function completePress(engine: Engine, frame: PressFrame): Promise<Decision> {
  const { ending } = frame
  const decision = await byEnding(engine, frame)
  const session = { ...ending.session, ...decision.session }
  return { ...decision, session, ...(ending.did && { did: ending.did }) }
}

async function byEnding(engine: Engine, frame: PressFrame): Promise<Decision> {
  const { ending } = frame
  switch (ending.ran.is) {
    case 'on':
      return goOn(engine, frame, ending.ran)
    case 'spoken':
      return speak(engine, frame, ending.ran)
    case 'refused': {
      const loaded = await saveDraft(engine, ending.loaded, counted(frame, halfDone(frame)))
      return withNotice({ is: 'go', to: { journey: loaded.journey.id } }, ending.visitor, RUN_OUT)
    }
    case 'fault':
      return showAgain(engine, frame, 503, { text: FAULT })
  }
}

async function speak(
  engine: Engine,
  frame: PressFrame,
  ran: Extract<Ran, { is: 'spoken' }>,
): Promise<Decision> {
  const { ending, place } = frame
  if (ran.waits && frame.isPoll) return { is: 'waiting' }
  if (ran.spoken.then === 'notice') {
    const decision = goTo(ending.loaded, place)
    await saveDraft(
      engine,
      ending.loaded,
      remembered(frame, counted(frame, halfDone(frame)), decision),
    )
    return withNotice(decision, ending.visitor, ran.spoken.text)
  }
  const control = ran.spoken.field === undefined ? undefined : controlOf(ran.spoken.field, place)
  return showAgain(engine, frame, 422, {
    text: ran.spoken.text,
    ...(control !== undefined && { control }),
  })
}

/** The page again, with all that was typed but secrets. */
async function showAgain(
  engine: Engine,
  frame: PressFrame,
  status: 422 | 503,
  error: { text: string; control?: string },
): Promise<Decision> {
  const { ending, place, read } = frame
  const draft = counted(frame, halfDone(frame))
  const loaded = await loadAgain(
    engine,
    await saveDraft(engine, ending.loaded, draft),
    ending.visitor,
    draft,
  )
  return {
    is: 'show',
    status,
    page: showStep(engine, loaded, place, {
      status,
      typed: read.typed,
      given: read.given,
      errors: [error],
    }),
  }
}

function halfDone({ ending, place, button }: PressFrame): Draft {
  const { unfinished: _before, ...draft } = ending.loaded.draft
  if (!ending.unfinished) return draft
  return {
    ...draft,
    unfinished: { place: placeKey(place), button: button.id, ran: ending.unfinished },
  }
}

/** Counts the press, and notes when the place's answers changed. */
function counted({ place, changes }: PressFrame, draft: Draft): Draft {
  const number = draft.press + 1
  return {
    ...draft,
    press: number,
    ...(changes && { changed: { ...draft.changed, [placeKey(place)]: number } }),
  }
}

/** Notes where a press led, for its twin. */
export function remembered(
  { key }: Pick<PressFrame, 'key'>,
  draft: Draft,
  decision: Decision,
): Draft {
  if (decision.is !== 'go') return draft
  const presses = [
    ...draft.presses.filter((one) => one.key !== key),
    { key, location: JSON.stringify(decision.to) },
  ]
  return { ...draft, presses: presses.slice(-8) }
}

async function goOn(
  engine: Engine,
  frame: PressFrame,
  ran: Extract<Ran, { is: 'on' }>,
): Promise<Decision> {
  const decision = await leadOn(engine, frame, ran)
  return ran.notice === undefined
    ? decision
    : withNotice(decision, frame.ending.visitor, ran.notice)
}

async function leadOn(
  engine: Engine,
  frame: PressFrame,
  ran: Extract<Ran, { is: 'on' }>,
): Promise<Decision> {
  const { ending, place, button } = frame
  const { loaded, visitor } = ending
  const called = button.journey === undefined ? undefined : engine.journeys.get(button.journey)
  if (button.journey !== undefined && !(called && earnsNothing(called, loaded.progress.scope)))
    return passThrough(engine, frame, button.journey)
  const exit = exitOf(frame, ran, called?.gives ?? [])
  const draft = counted(frame, withExit(frame, exit))
  const after = await loadAgain(engine, loaded, visitor, draft)
  const own = storedAt(place, draft.answers)
  const { scope } = shownEntries(place, own, { ...frame.reach.scope, world: after.world })
  const target = targetOfExit(place.step, exit, scope)
  await bindInvitation(engine, after, visitor)
  if (target === '$return') return leave(engine, frame, after)
  const decision = towards(after, place, target, visitor)
  await saveDraft(engine, after, remembered(frame, draft, decision))
  return decision
}

function exitOf(
  { ending, place, reach, read, button }: PressFrame,
  ran: Extract<Ran, { is: 'on' }>,
  given: readonly string[],
): Exit {
  const own = storedAt(place, ending.loaded.draft.answers)
  const before = { ...reach.scope, world: ending.loaded.world }
  const { entries, scope } = shownEntries(place, own, before)
  return {
    button: button.id,
    ...(ran.action !== undefined && { action: ran.action }),
    ...(ran.outcome !== undefined && { outcome: ran.outcome }),
    answers: answersOf(entries, own),
    ...(button.validate && read.emptied.length > 0 && { emptied: read.emptied }),
    ...(button.run.length > 0 && { inputs: inputsOf(button, scope) }),
    facts: ran.branched ? [] : [...new Set([...ending.facts, ...given])],
    closes: ending.closes,
  }
}

/** The exits with this one, and those that lay the path to it; one that closes, closes all before it. */
function withExit({ ending, place, reach }: PressFrame, exit: Exit): Draft {
  const { unfinished: _done, ...draft } = ending.loaded.draft
  const exits: Record<string, Exit> = { ...draft.exits, ...reach.lay, [placeKey(place)]: exit }
  if (!exit.closes) return { ...draft, exits }
  const { path } = ending.loaded.progress
  const keys = path.map(placeKey)
  const at = keys.indexOf(placeKey(place))
  for (const { step } of path)
    if (step.kind === 'task-list')
      exits[step.id] ??= { button: '', answers: {}, facts: [], closes: true }
  for (const key of [...(at < 0 ? keys : keys.slice(0, at)), ...Object.keys(reach.lay)]) {
    const before = exits[key]
    if (before) exits[key] = { ...before, closes: true }
  }
  return { ...draft, exits }
}

/** To the target if it is not passed yet, else to where the person is: a change comes back to check-answers. */
function towards(
  after: Loaded,
  from: Place,
  target: string | undefined,
  visitor: Visitor,
): Decision {
  const step = target === undefined ? undefined : stepOf(after.journey, target)
  const stand = standAt(from, after.progress.tasks)
  if (stand && step?.id !== stand.ending?.id) return goOnIn(stand, after, visitor)
  if (!step || step.repeat) return goWhere(after, visitor)
  const place: Place = { step }
  const isEnd = after.progress.ending?.id === step.id || after.progress.loop?.id === step.id
  if (!isEnd && isPassed(after.progress, step)) return goWhere(after, visitor)
  return reachOf(place, after.progress, after.draft) ? goTo(after, place) : goWhere(after, visitor)
}

async function passThrough(engine: Engine, frame: PressFrame, called: string): Promise<Decision> {
  const { ending, place, button } = frame
  const loaded = await saveDraft(engine, ending.loaded, counted(frame, ending.loaded.draft))
  const caller = {
    called,
    journey: loaded.journey.id,
    place: placeKey(place),
    button: button.id,
    draft: loaded.draft.id,
  }
  const own = storedAt(place, loaded.draft.answers)
  const { scope } = shownEntries(place, own, { ...frame.reach.scope, world: loaded.world })
  return throughJourney(ending.visitor, caller, engine.journeys.get(called), button.with, scope)
}

/** `$return`: a draft of the session is gone with it. */
async function leave(engine: Engine, frame: PressFrame, after: Loaded): Promise<Decision> {
  if (after.journey.draft.owner === 'session') {
    if (after.version > 0) await engine.store.remove(drafts, after.draft.id)
    await dropHeldInput(engine, after.draft.id)
  } else await saveDraft(engine, after, after.draft)
  const decision = await returnFrom(engine, after.journey, frame.ending.visitor)
  if (decision.is === 'go')
    rememberReturn(engine, after.draft.id, { key: frame.key, to: decision.to })
  return decision
}

/** How many endings of drafts that are gone are remembered. */
const REMEMBERED = 500

function rememberReturn(
  engine: Engine,
  draft: string,
  ending: { readonly key: string; readonly to: Destination },
): void {
  engine.returned.set(draft, ending)
  const [oldest] = engine.returned.keys()
  if (engine.returned.size > REMEMBERED && oldest !== undefined) engine.returned.delete(oldest)
}
