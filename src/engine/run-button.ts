import type { ActionContext } from '../actions/action.ts'
import type { HeldFact } from '../answers/draft.ts'
import type { Json } from '../fields/field.ts'
import { needIsMet } from '../flow/facts.ts'
import type { Place } from '../flow/place.ts'
import type { Reach } from '../flow/reach.ts'
import type { Scope } from '../flow/scope.ts'
import type { Button } from '../journey/journey.ts'
import { keepWithAccount } from './account-facts.ts'
import { composeFor, composeTold } from './compose-message.ts'
import type { Engine } from './engine.ts'
import { accountIn, type Loaded, loadAgain } from './load-draft.ts'
import { mergeFacts } from './merge-facts.ts'
import type { Ending, Ran } from './press-frame.ts'
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
  const { button } = frame
  const settled = settledCalls(frame.loaded, frame.place, button, scopeNow(frame, frame.loaded))
  let state: State = {
    loaded: frame.loaded,
    visitor: frame.visitor,
    session: {},
    facts: [],
    did: [],
    closes: false,
    done: 0,
    ran: { is: 'on' },
  }
  for (const [index, call] of button.run.entries()) {
    state = settled.has(call)
      ? passSettled(state, frame, index)
      : await runNext(engine, frame, state, index)
    if (state.over) break
  }
  const { loaded, visitor, session, ran } = state
  const wentOn = ran.is === 'on'
  return {
    loaded,
    visitor,
    session,
    ran,
    facts: [...new Set(state.facts)],
    did: state.did,
    closes: state.closes && wentOn,
    ...(!wentOn && { unfinished: state.done }),
  }
}

/** What the actions that have run brought about. */
interface State {
  readonly loaded: Loaded
  readonly visitor: Visitor
  readonly session: SessionChange
  readonly facts: readonly string[]
  readonly did: readonly string[]
  readonly closes: boolean
  /** How many have run to their first outcome. */
  readonly done: number
  readonly ran: Ran
  /** The list ends here. */
  readonly over?: true
}

/** An action that ran before, when a later one failed, and whose facts still hold. */
function passSettled(state: State, { button, loaded }: ButtonFrame, index: number): State {
  const action = button.run[index]?.action ?? ''
  const contract = loaded.world.contracts.get(action)
  const facts = contract?.gives?.map((give) => give.fact) ?? []
  return {
    ...state,
    facts: [...state.facts, ...facts],
    done: index + 1,
    ran: { is: 'on', action, ...(contract && { outcome: contract.outcomes[0] }) },
  }
}

async function runNext(
  engine: Engine,
  frame: ButtonFrame,
  state: State,
  index: number,
): Promise<State> {
  const { place, button } = frame
  const { loaded, visitor } = state
  const call = button.run[index]
  const action = call && engine.actionsOf(loaded.journey.id).get(call.action)
  if (!action) throw new Error('a button names an action that is not there')
  const scope = scopeNow(frame, loaded)
  const item = place.item !== undefined && { item: place.item }
  const ending = await runCall(call, action, {
    scope,
    context: contextOf(engine, frame, loaded, visitor, scope),
    accountValue: engine.accountValue,
    at: { step: place.step.id, button: button.id, call: index, ...item },
  })
  if (ending.is === 'fault')
    engine.onFault({ journey: loaded.journey.id, action: call.action, error: ending.error })
  const how = ending.is === 'ran' ? ending.outcome : ending.is
  const did = [...state.did, `${call.action}: ${how}`]
  if (ending.is !== 'ran') return { ...state, did, ran: { is: ending.is }, over: true }
  const after = await take(engine, ending, { ...state, did })
  return { ...after, ...wayOn(frame, after, ending, index) }
}

/** Whether the next action runs, and if not, how the list ended. */
function wayOn(
  frame: ButtonFrame,
  after: State,
  { action, outcome, result }: Extract<CallEnding, { is: 'ran' }>,
  index: number,
): Partial<State> {
  const call = frame.button.run[index]
  const isFirst = outcome === action.outcomes[0]
  const spoken = call && spokenFor(call, action, result, scopeNow(frame, after.loaded))
  const isOver = !isFirst || (spoken !== undefined && index === frame.button.run.length - 1)
  const notice = spoken?.then === 'go' ? spoken.text : undefined
  const ran: Ran =
    isOver && spoken && spoken.then !== 'go'
      ? { is: 'spoken', spoken, waits: outcome === action.waits }
      : {
          is: 'on',
          action: action.name,
          outcome,
          branched: !isFirst,
          ...(notice !== undefined && { notice }),
        }
  return {
    ran,
    done: isFirst ? index + 1 : after.done,
    closes: after.closes || (isFirst && action.closes === true),
    ...(isOver && { over: true as const }),
  }
}

function scopeNow(frame: ButtonFrame, loaded: Loaded): Scope {
  const scope = { ...frame.reach.scope, world: loaded.world }
  return scopeWith(frame.place, frame.given, scope)
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
  // Before anybody is signed in there is no account to keep it with: it stays in the draft.
  const account = accountIn(visitor)
  const isOfAccount = ({ scope }: HeldFact) => scope === 'account' && account !== undefined
  if (account !== undefined)
    await keepWithAccount(engine, account, ending.facts.filter(isOfAccount))
  const changed = {
    ...draft,
    facts: mergeFacts(
      draft.facts,
      ending.facts.filter((fact) => fact.scope !== 'session' && !isOfAccount(fact)),
    ),
    ...(result.submission && { submission: result.submission }),
  }
  const facts = [...state.facts, ...ending.facts.map((held) => held.fact)]
  const loaded = await loadAgain(engine, state.loaded, visitor, changed)
  return { ...state, loaded, visitor, session, facts }
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
    language: loaded.journey.language,
    services: engine.services,
    compose: (message, words, language) => {
      const written = engine.journeys.get(loaded.journey.id) ?? loaded.journey
      if (language !== undefined && language !== loaded.journey.language)
        return composeTold(engine, written, scope, message, words, language)
      return composeFor(
        engine,
        loaded,
        { scope, place: frame.place, reach: frame.reach },
        message,
        words,
      )
    },
    holds: (fact, about) => needIsMet(fact, about, scope),
    submission: () => submissionOf(loaded, frame.place, frame.reach),
  }
}
