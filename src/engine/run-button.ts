import type { ActionContext } from '../actions/action.ts'
import type { HeldFact } from '../answers/draft.ts'
import type { Json } from '../fields/field.ts'
import type { Place } from '../flow/place.ts'
import type { Reach } from '../flow/reach.ts'
import type { Scope } from '../flow/scope.ts'
import type { Button } from '../journey/journey.ts'
import type { Ending, Ran } from './complete-press.ts'
import { composeFor } from './compose-message.ts'
import type { Engine } from './engine.ts'
import { accountIn, type Loaded, loadAgain } from './load-draft.ts'
import { scopeWith } from './read-answers.ts'
import { type CallEnding, runCall, spokenFor } from './run-calls.ts'
import { settledCalls } from './settled.ts'
import { submissionOf } from './submission.ts'
import { applyChange, type SessionChange, type Visitor } from './visitor.ts'

export interface ButtonFrame {
  readonly loaded: Loaded
  readonly visitor: Visitor
  readonly place: Place
  readonly reach: Reach
  /** What was just given, secrets too. */
  readonly given: Readonly<Record<string, Json>>
  readonly button: Button
}

/** Runs a button's actions in order, until one ends otherwise than in its first outcome. */
export async function runButton(engine: Engine, frame: ButtonFrame): Promise<Ending> {
  const { place, button } = frame
  let { loaded, visitor } = frame
  let session: SessionChange = {}
  const facts = new Set<string>()
  let closes = false
  let ran: Ran = { is: 'on' }
  let done = 0
  const settled = settledCalls(loaded, place, button, scopeNow(frame, loaded))
  for (const [index, call] of button.run.entries()) {
    const action = engine.actionsOf(loaded.journey.id).get(call.action)
    if (!action) throw new Error(`no action is called ${call.action}`)
    ran = { is: 'on', action: call.action, outcome: action.outcomes[0] }
    if (settled.has(call)) {
      for (const give of action.gives ?? []) facts.add(give.fact)
      done = index + 1
      continue
    }
    const scope = scopeNow(frame, loaded)
    const ending = await runCall(call, action, {
      scope,
      context: contextOf(engine, frame, loaded, visitor, scope),
      accountValue: engine.accountValue,
      at: {
        step: place.step.id,
        button: button.id,
        call: index,
        ...(place.item !== undefined && { item: place.item }),
      },
    })
    if (ending.is === 'fault')
      engine.onFault({ journey: loaded.journey.id, action: call.action, error: ending.error })
    if (ending.is !== 'ran') {
      ran = { is: ending.is }
      break
    }
    ;({ loaded, visitor, session } = await take(engine, ending, { loaded, visitor, session }))
    for (const fact of ending.facts) facts.add(fact.fact)
    const isFirst = ending.outcome === action.outcomes[0]
    if (isFirst) done = index + 1
    closes ||= isFirst && action.closes === true
    const spoken = spokenFor(call, action, ending.outcome, scopeNow(frame, loaded))
    const waits = ending.outcome === action.waits
    if (!isFirst || (spoken && index === button.run.length - 1)) {
      ran =
        spoken && spoken.then !== 'go'
          ? { is: 'spoken', spoken, waits }
          : { is: 'on', action: call.action, outcome: ending.outcome, branched: !isFirst }
      break
    }
  }
  const unfinished = ran.is === 'on' ? undefined : done
  return {
    loaded,
    visitor,
    session,
    ran,
    facts: [...facts],
    closes: closes && ran.is === 'on',
    ...(unfinished !== undefined && { unfinished }),
  }
}

function scopeNow(frame: ButtonFrame, loaded: Loaded): Scope {
  const scope = { ...frame.reach.scope, world: loaded.world }
  return scopeWith(frame.place, { ...frame.given }, scope)
}

interface State {
  readonly loaded: Loaded
  readonly visitor: Visitor
  readonly session: SessionChange
}

/** What an action brought about: facts of the draft and of the session, a submission, a new session id. */
async function take(
  engine: Engine,
  ending: Extract<CallEnding, { is: 'ran' }>,
  state: State,
): Promise<State> {
  const { result } = ending
  const ended = result.session === 'end'
  const ofSession = ending.facts.filter((fact) => fact.scope === 'session')
  const before = ended ? [] : state.visitor.facts
  const session: SessionChange = {
    ...state.session,
    ...(result.session === 'renew' && { renew: true as const }),
    ...(ended && { end: true as const }),
    ...((ofSession.length > 0 || ended) && { facts: mergeFacts(before, ofSession) }),
  }
  const visitor = applyChange(state.visitor, session)
  const { draft } = state.loaded
  const changed = {
    ...draft,
    facts: mergeFacts(
      draft.facts,
      ending.facts.filter((fact) => fact.scope !== 'session'),
    ),
    ...(result.submission && { submission: result.submission }),
  }
  return { loaded: await loadAgain(engine, state.loaded, visitor, changed), visitor, session }
}

/** The newest of a fact about the same values; a few dozen at most. */
function mergeFacts(before: readonly HeldFact[], more: readonly HeldFact[]): readonly HeldFact[] {
  const keys = new Set(more.map(factKey))
  return [...before.filter((held) => !keys.has(factKey(held))), ...more].slice(-40)
}

function factKey(held: HeldFact): string {
  return JSON.stringify([held.fact, held.about])
}

export function contextOf(
  engine: Engine,
  frame: Pick<ButtonFrame, 'place' | 'reach'>,
  loaded: Loaded,
  visitor: Visitor,
  scope: Scope,
): ActionContext {
  const account = accountIn(visitor)
  const invitation = visitor.invitations[loaded.journey.id] ?? loaded.draft.invitation
  return {
    now: loaded.world.now,
    journey: loaded.journey,
    draft: loaded.draft.id,
    session: visitor.session,
    ...(account !== undefined && { account }),
    ...(invitation !== undefined && { invitation }),
    peer: visitor.peer,
    language: visitor.language,
    services: engine.services,
    compose: (message, words) =>
      composeFor(engine, loaded, { scope, place: frame.place, reach: frame.reach }, message, words),
    submission: () => submissionOf(loaded, frame.place, frame.reach),
  }
}
