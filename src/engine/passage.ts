import type { Draft, Exit } from '../answers/draft.ts'
import { answersOf, shownEntries, storedAt } from '../flow/entries.ts'
import { inputsOf } from '../flow/exits.ts'
import { placeKey, placeOf } from '../flow/place.ts'
import { reachOf } from '../flow/reach.ts'
import type { Scope } from '../flow/scope.ts'
import { standAt } from '../flow/task-lists.ts'
import { heldFact } from '../flow/values.ts'
import type { Journey } from '../journey/journey.ts'
import { drafts } from '../store/records.ts'
import { bindInvitation } from './bind-invitation.ts'
import type { Decision } from './decision.ts'
import type { Engine } from './engine.ts'
import { goOnIn, goWhere } from './go.ts'
import {
  accountIn,
  endOfKeeping,
  findDraft,
  isEmpty,
  loadAgain,
  loadDraft,
  ownerKey,
  ownerOf,
  saveDraft,
} from './load-draft.ts'
import type { Caller, Visitor } from './visitor.ts'

/** Whether going through a journey would earn nothing new. */
export function earnsNothing(called: Journey, scope: Scope): boolean {
  return called.gives.length > 0 && called.gives.every((fact) => heldFact(fact, scope))
}

/** `$return`: back to who sent the person here, else to the journey's home. */
export async function returnFrom(
  engine: Engine,
  journey: Journey,
  visitor: Visitor,
): Promise<Decision> {
  const at = visitor.callers.findLastIndex((one) => one.called === journey.id)
  const caller = visitor.callers[at]
  const { [journey.id]: _handed, ...given } = visitor.given
  const session = { callers: visitor.callers.slice(0, Math.max(at, 0)), given }
  if (!caller) return { is: 'go', to: { href: journey.home }, session }
  const calling = caller.journey === undefined ? undefined : engine.journeys.get(caller.journey)
  if (!calling) return { is: 'go', to: { href: caller.href ?? journey.home }, session }
  const back = { ...visitor, ...session }
  // The account's draft may be written from another device at this very moment.
  const key = ownerKey(ownerOf(calling, back), calling.id)
  const decision = await engine.lock(key, () => comeBack(engine, calling, journey, caller, back))
  return { ...decision, session: { ...session, ...decision.session } }
}

async function comeBack(
  engine: Engine,
  calling: Journey,
  called: Journey,
  caller: Caller,
  visitor: Visitor,
): Promise<Decision> {
  await takeOver(engine, calling, caller, visitor)
  const loaded = await loadDraft(engine, calling, visitor)
  const place = caller.place === undefined ? undefined : placeOf(calling, caller.place)
  const button = place?.step.buttons.find((one) => one.id === caller.button)
  const reach = place && reachOf(place, loaded.progress, loaded.draft)
  const hasEarned = called.gives.every((fact) => heldFact(fact, loaded.progress.scope))
  if (!place || !button || !reach || !hasEarned) return goWhere(loaded, visitor)
  const own = storedAt(place, loaded.draft.answers)
  const { entries, scope } = shownEntries(place, own, reach.scope)
  const exit: Exit = {
    button: button.id,
    answers: answersOf(entries, own),
    ...(button.run.length > 0 && { inputs: inputsOf(button, scope) }),
    facts: called.gives,
    closes: false,
  }
  const exits = { ...loaded.draft.exits, ...reach.lay, [placeKey(place)]: exit }
  const draft: Draft = { ...loaded.draft, exits }
  const after = await loadAgain(engine, await saveDraft(engine, loaded, draft), visitor, draft)
  await bindInvitation(engine, after, visitor)
  return goOnIn(standAt(place, after.progress.tasks), after, visitor)
}

/**
 * An anonymous draft becomes the account's when its own journey brought the person back signed in. Where the account has
 * one already, an empty anonymous one is dropped; else the person is asked. No other draft of the session is touched.
 */
async function takeOver(
  engine: Engine,
  calling: Journey,
  caller: Caller,
  visitor: Visitor,
): Promise<void> {
  const account = accountIn(visitor)
  if (calling.draft.owner !== 'account' || account === undefined || caller.draft === undefined)
    return
  const anonymous = await engine.store.read(drafts, caller.draft)
  if (anonymous?.value.owner.is !== 'session' || anonymous.value.owner.session !== visitor.session)
    return
  const kept = await findDraft(engine, calling, { is: 'account', account })
  if (kept && isEmpty(anonymous.value)) return engine.store.remove(drafts, anonymous.value.id)
  const mine: Draft = kept
    ? { ...anonymous.value, offeredTo: account }
    : ownedBy(engine, calling, anonymous.value, account)
  await engine.store.write(drafts, mine, anonymous.version)
}

/** A draft that was a session's; the time for which it is kept begins anew. */
function ownedBy({ now }: Engine, journey: Journey, draft: Draft, account: string): Draft {
  const owner = { is: 'account', account } as const
  return { ...draft, owner, expiresAt: endOfKeeping(journey, owner, now()) }
}

/** The anonymous draft that waits for the person's choice. */
export async function offeredDraft(
  engine: Engine,
  journey: Journey,
  visitor: Visitor,
): Promise<{ readonly value: Draft; readonly version: number } | undefined> {
  const account = accountIn(visitor)
  if (account === undefined || journey.draft.owner !== 'account') return undefined
  const ids = await engine.store.find(
    drafts,
    'owner',
    ownerKey({ is: 'session', session: visitor.session }, journey.id),
  )
  for (const id of ids) {
    const found = await engine.store.read(drafts, id)
    if (found?.value.offeredTo === account && found.value.expiresAt > engine.now()) return found
  }
  return undefined
}

/** `new`: the answers just given take the place of the saved ones; `saved`: they are dropped. */
export async function chooseDraft(
  engine: Engine,
  journey: Journey,
  visitor: Visitor,
  choice: 'new' | 'saved',
): Promise<void> {
  const offered = await offeredDraft(engine, journey, visitor)
  const account = accountIn(visitor)
  if (!offered || account === undefined) return
  if (choice === 'saved') return engine.store.remove(drafts, offered.value.id)
  const owner = { is: 'account', account } as const
  const { offeredTo: _asked, ...draft } = offered.value
  await engine.lock(ownerKey(owner, journey.id), async () => {
    const kept = await findDraft(engine, journey, owner)
    const mine = ownedBy(engine, journey, draft, account)
    const written = await engine.store.write(drafts, mine, offered.version)
    if (kept && written.status === 'written') await engine.store.remove(drafts, kept.value.id)
  })
}
