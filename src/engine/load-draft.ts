import { todayIn } from '../answers/dates.ts'
import type { Draft, HeldFact, Owner } from '../answers/draft.ts'
import type { Progress } from '../flow/progress.ts'
import type { World } from '../flow/scope.ts'
import type { Journey } from '../journey/journey.ts'
import { drafts } from '../store/records.ts'
import type { Versioned } from '../store/store.ts'
import { factsOfAccount } from './account-facts.ts'
import type { Engine } from './engine.ts'
import { computeProgress, foreknow, knownProgress } from './known-progress.ts'
import type { Visitor } from './visitor.ts'

/** A person's draft of a journey, and where they are in it. */
export interface Loaded {
  readonly journey: Journey
  readonly draft: Draft
  /** 0: not stored yet. */
  readonly version: number
  /** A draft that could not go on: removed when this one is stored. */
  readonly replaces?: string
  readonly world: World
  readonly progress: Progress
}

/** Whose drafts a visitor sees: the account's where the journey keeps them with it, else the session's. */
export function ownerOf(journey: Journey, visitor: Visitor): Owner {
  const account = journey.draft.owner === 'account' ? accountIn(visitor) : undefined
  return account ? { is: 'account', account } : { is: 'session', session: visitor.session }
}

export function ownerKey(owner: Owner, journey: string): string {
  return owner.is === 'account'
    ? `account:${owner.account}|${journey}`
    : `session:${owner.session}|${journey}`
}

/** The account that the visitor is signed in to. */
export function accountIn(visitor: Visitor): string | undefined {
  const account = visitor.facts.findLast((held) => held.carries['account'] !== undefined)?.carries[
    'account'
  ]
  return typeof account === 'string' ? account : undefined
}

/** Reads the draft and computes progress. A draft that cannot go on is replaced by a new one. */
export async function loadDraft(
  engine: Engine,
  journey: Journey,
  visitor: Visitor,
): Promise<Loaded> {
  const stored = await findDraft(engine, journey, ownerOf(journey, visitor))
  if (stored) {
    const loaded = await loadFrom(engine, journey, visitor, stored)
    if (loaded.progress.where.is !== 'restart') return loaded
  }
  const fresh = await loadFrom(engine, journey, visitor, {
    value: newDraft(engine, journey, visitor),
    version: 0,
  })
  return stored ? { ...fresh, replaces: stored.value.id } : fresh
}

export async function findDraft(
  engine: Engine,
  journey: Pick<Journey, 'id'>,
  owner: Owner,
): Promise<Versioned<Draft> | undefined> {
  const ids = await engine.store.find(drafts, 'owner', ownerKey(owner, journey.id))
  for (const id of [...ids].reverse()) {
    const found = await engine.store.read(drafts, id)
    if (found && found.value.expiresAt > engine.now() && !found.value.offeredTo) return found
  }
  return undefined
}

export async function loadFrom(
  engine: Engine,
  journey: Journey,
  visitor: Visitor,
  stored: Versioned<Draft>,
): Promise<Loaded> {
  const world = await worldOf(engine, journey, visitor, stored.value)
  return {
    journey,
    draft: stored.value,
    version: stored.version,
    world,
    progress: knownProgress(world, stored.value),
  }
}

/** The same draft after a change, not stored yet. */
export async function loadAgain(
  engine: Engine,
  loaded: Loaded,
  visitor: Visitor,
  draft: Draft,
): Promise<Loaded> {
  const world = await worldOf(engine, loaded.journey, visitor, draft)
  return goneOn({ ...loaded, world }, draft)
}

/** The same draft after a change of answers and exits, not stored yet: nothing else that progress depends on has changed. */
export function goneOn(loaded: Loaded, draft: Draft): Loaded {
  return { ...loaded, draft, progress: computeProgress(loaded.world, draft) }
}

function newDraft(engine: Engine, journey: Journey, visitor: Visitor): Draft {
  const now = engine.now()
  const invitation = visitor.invitations[journey.id]
  return {
    id: engine.newId(),
    journey: journey.id,
    hash: journey.hash,
    owner: ownerOf(journey, visitor),
    answers: {},
    exits: {},
    facts: [],
    given: {},
    ...(invitation !== undefined && { invitation }),
    presses: [],
    changed: {},
    press: 0,
    createdAt: now,
    savedAt: now,
    expiresAt: endOfKeeping(journey, ownerOf(journey, visitor), now),
  }
}

/** No session lasts longer (R-SES-03): milliseconds. */
const LONGEST_SESSION = 12 * 60 * 60_000

/** Until when answers are kept that are saved now. Those of a session are gone with it: nobody could read them (R-DP-04). */
export function endOfKeeping({ draft: { keep } }: Journey, owner: Owner, now: number): number {
  return now + (owner.is === 'account' ? keep : Math.min(keep, LONGEST_SESSION))
}

async function worldOf(
  engine: Engine,
  journey: Journey,
  visitor: Visitor,
  draft: Draft,
): Promise<World> {
  const now = engine.now()
  const invitationId = visitor.invitations[journey.id] ?? draft.invitation
  const invitation =
    invitationId === undefined
      ? undefined
      : await engine.invitations.read(invitationId, accountIn(visitor))
  const invited: HeldFact[] = invitation ? [invitedFact(visitor, now)] : []
  const account = accountIn(visitor)
  const ofAccount = account === undefined ? [] : await factsOfAccount(engine, account)
  const facts = [...invited, ...ofAccount, ...visitor.facts, ...draft.facts].reverse()
  return {
    journey,
    contracts: engine.contractsOf(journey.id),
    journeyGives: engine.journeyGives,
    now,
    today: todayIn(journey.site.timeZone, now),
    language: journey.language,
    session: visitor.session,
    facts: facts.length === 0 ? facts : await factsNow(engine, journey.id, facts),
    invitation: invitation ?? {},
    given: visitor.given[journey.id] ?? draft.given,
    query: visitor.queries[journey.id] ?? {},
    ...(draft.submission && { reference: draft.submission.reference }),
  }
}

/** Opening an invitation gives it, any number of times (R-AUTH-35). */
function invitedFact(visitor: Visitor, now: number): HeldFact {
  return {
    fact: 'invited',
    scope: 'session',
    about: {},
    session: visitor.session,
    since: now,
    carries: {},
  }
}

/**
 * What a fact carries is read live. One that was about an account and is about none any more (closed, another password, its
 * phone removed) does not hold: it would lead on to where nothing can be done (R-AUTH-27).
 */
async function factsNow(
  engine: Engine,
  journey: string,
  facts: readonly HeldFact[],
): Promise<readonly HeldFact[]> {
  const live = await Promise.all(facts.map((held) => readLive(engine, journey, held)))
  const isAboutAccount = (held?: HeldFact) => held?.carries['account'] !== undefined
  return live.filter((held, index) => isAboutAccount(held) || !isAboutAccount(facts[index]))
}

async function readLive(engine: Engine, journey: string, held: HeldFact): Promise<HeldFact> {
  if (Object.keys(held.carries).length === 0) return held
  for (const action of engine.actionsOf(journey).values()) {
    if (!action.readCarries || !action.gives?.some((give) => give.fact === held.fact)) continue
    return { ...held, carries: await action.readCarries(held.fact, held.carries, engine.services) }
  }
  return held
}

interface SaveOptions {
  readonly durable?: boolean
  /** The presses that are remembered now. */
  readonly presses?: Draft['presses']
}

/**
 * Stores a draft; the one that it replaces goes. Throws where someone else wrote it meanwhile. It does not wait for the
 * disk unless `durable` is said: a power cut may cost the last page, the end of the process may not.
 */
export async function saveDraft(
  engine: Engine,
  loaded: Loaded,
  draft: Draft,
  { durable = false, presses = draft.presses }: SaveOptions = {},
): Promise<Loaded> {
  const now = engine.now()
  const saved: Draft = {
    ...draft,
    presses,
    hash: loaded.journey.hash,
    language: loaded.journey.language,
    savedAt: now,
    expiresAt: endOfKeeping(loaded.journey, draft.owner, now),
  }
  const written = await engine.store.write(drafts, saved, loaded.version, { durable })
  if (written.status !== 'written')
    throw new Error('the draft was written by someone else at the same time')
  if (loaded.replaces !== undefined) await engine.store.remove(drafts, loaded.replaces)
  foreknow(loaded.progress, draft, written.value)
  const { replaces: _gone, ...rest } = loaded
  return { ...rest, draft: saved, version: written.version }
}

/** Nothing answered yet. */
export function isEmpty(draft: Draft): boolean {
  return Object.keys(draft.answers).length === 0
}
