import type { Action, ActionContext, ActionResult } from '../actions/action.ts'
import type { HeldFact } from '../answers/draft.ts'
import { createLock, type Engine } from '../engine/engine.ts'
import type { Visitor } from '../engine/visitor.ts'
import type { Json, JsonObject } from '../fields/field.ts'
import type { ActionContract } from '../journey/contract.ts'
import type { Journey } from '../journey/journey.ts'
import type { SaidOutcome, Scenario } from '../journey/scenario.ts'
import { createMemoryStore } from './memory-store.ts'

/** What scenarios are played against: compiled journeys and the contracts of their actions. */
export interface Setting {
  readonly journeys: ReadonlyMap<string, Journey>
  readonly contractsOf: (journey: string) => ReadonlyMap<string, ActionContract>
  /** The moment of scenarios that name no day, in milliseconds since 1970. */
  readonly now: number
  /** Of one person: how an action of a journey ends in truth; undefined, or left out: as it is said. */
  readonly createEnds?: () => EndOf
}

export interface Call {
  readonly journey: string
  readonly action: string
  readonly input: JsonObject
  /** How it is said to end. */
  readonly said: string
  readonly context: ActionContext
}

export type EndOf = (call: Call) => Promise<ActionResult | undefined>

/** What a scenario says of the world around the answers. */
export type Given = Pick<
  Scenario,
  'today' | 'account' | 'given' | 'invitation' | 'facts' | 'actions'
>

/** An action that was run, and how it was said to end. */
export interface RanAction {
  readonly action: string
  readonly outcome: string
}

/** The engine with nothing around it: records in memory, actions that end as said, a clock that stands still. */
export interface Stage {
  readonly journey: Journey
  readonly engine: Engine
  visitor: Visitor
  /** How actions end in the press that comes now. */
  says: Readonly<Record<string, SaidOutcome>>
  /** Since the last press. */
  ran: RanAction[]
}

const SESSION = 'session'
export const ACCOUNT = 'account'
const REFERENCE = 'REFERENCE'

export function createStage(setting: Setting, journey: Journey, given: Given): Stage {
  const now = given.today === undefined ? setting.now : Date.parse(`${given.today}T12:00:00Z`)
  const store = createMemoryStore()
  const heard: { email?: Json } = {}
  const endOf = setting.createEnds?.()
  const actions = (id: string) =>
    new Map([...setting.contractsOf(id)].map(([name, one]) => [name, standIn(one, playOf(id))]))
  const own = actions(journey.id)
  const contracts = setting.contractsOf(journey.id)
  const outbox = {
    dispatch: () => undefined,
    resume: () => Promise.resolve(),
    idle: () => Promise.resolve(),
  }
  let drafts = 0
  const engine: Engine = {
    journeys: setting.journeys,
    actionsOf: (id) => (id === journey.id ? own : actions(id)),
    contractsOf: (id) => (id === journey.id ? contracts : setting.contractsOf(id)),
    journeyGives: new Map([...setting.journeys].map(([id, one]) => [id, one.gives])),
    store,
    services: {
      store,
      outbox,
      now: () => now,
      origin: 'http://localhost',
      secretKey: Buffer.alloc(32),
      development: true,
    },
    now: () => now,
    newId: () => `draft${++drafts}`,
    invitations: {
      read: () => Promise.resolve(given.invitation),
      bind: () => Promise.resolve(true),
    },
    accountValue: (_account, key) => {
      const value = given.account[key] ?? (key === 'email' ? heard.email : undefined)
      return Promise.resolve(typeof value === 'string' ? value : undefined)
    },
    formLink: (id) => `http://localhost/${id}`,
    moreLink: (reference) => `http://localhost/account/requests/${reference}`,
    shelf: { keep: () => Promise.resolve() },
    onFault: ({ error }) => {
      throw error
    },
    lock: createLock(),
    returned: new Map(),
  }
  const stage: Stage = {
    journey,
    engine,
    visitor: visitorOf(journey, given, now),
    says: {},
    ran: [],
  }
  function playOf(id: string): Play {
    return async (contract, input, context) => {
      const { name: action } = contract
      const said = outcomeSaid(contract)
      const known = await endOf?.({ journey: id, action, input, said, context })
      if (!known) return play(contract, input)
      stage.ran.push({ action, outcome: known.outcome })
      return known
    }
  }
  function outcomeSaid({ name, outcomes }: ActionContract): string {
    return (stage.says[name] ?? given.actions[name])?.outcome ?? outcomes[0]
  }
  function play(contract: ActionContract, input: JsonObject): ActionResult {
    if (input['email'] !== undefined) heard.email = input['email']
    const said = stage.says[contract.name] ?? given.actions[contract.name]
    const outcome = outcomeSaid(contract)
    stage.ran.push({ action: contract.name, outcome })
    return resultOf(contract, outcome, { ...given.account, ...said?.carries })
  }
  return stage
}

function visitorOf(journey: Journey, given: Given, now: number): Visitor {
  return {
    session: SESSION,
    facts: Object.entries(given.facts).map(([fact, { about, ...carries }]) => ({
      ...sessionFact(fact, { ...given.account, ...carries }, now),
      about: about === undefined ? {} : { about },
    })),
    callers: [],
    given: { [journey.id]: given.given },
    queries: {},
    invitations: given.invitation ? { [journey.id]: 'invitation' } : {},
    notices: [],
    peer: '127.0.0.1',
  }
}

/** A fact that the session holds: earned before, or in a journey that is gone through. */
export function sessionFact(fact: string, carries: JsonObject, now: number): HeldFact {
  return {
    fact,
    scope: 'session',
    about: {},
    session: SESSION,
    since: now,
    carries: { account: ACCOUNT, ...carries },
  }
}

type Play = (
  contract: ActionContract,
  input: JsonObject,
  context: ActionContext,
) => Promise<ActionResult>

/** An action without its effects: its contract, and the outcome that was said. */
function standIn(contract: ActionContract, play: Play): Action {
  const run = (input: never, context: ActionContext) => play(contract, input, context)
  return { ...contract, run }
}

function resultOf(contract: ActionContract, outcome: string, known: JsonObject): ActionResult {
  const values: JsonObject = { ...known, account: ACCOUNT, reference: REFERENCE }
  const gives = contract.gives?.filter((give) => give.on === outcome) ?? []
  const carries = gives.map(({ fact, carries: keys = [] }) => {
    const known = keys.flatMap((key) => (key in values ? [[key, values[key] ?? null]] : []))
    return [fact, Object.fromEntries(known)]
  })
  const isSent = contract.submits === true && outcome === contract.outcomes[0]
  return {
    outcome,
    carries: Object.fromEntries(carries),
    ...(isSent && { submission: { id: 'submission', reference: REFERENCE } }),
  }
}
