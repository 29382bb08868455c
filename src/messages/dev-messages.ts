import type { Channel } from '../journey/journey.ts'
import type { Collection, Store } from '../store/store.ts'
import { callAfter, isLive } from './call-states.ts'
import { calls, recordCallEvent } from './calls.ts'
import type { Call, CallState } from './message.ts'

/** A message that would have left the system, as the messages page of development shows it. */
export interface DevMessage {
  readonly id: string
  /** ISO 8601. */
  readonly at: string
  readonly channel: Channel
  readonly to: string
  readonly subject?: string
  readonly text: string
  readonly html?: string
  /** `sent`; of a call: how it stands now. */
  readonly status: 'sent' | CallState
}

/** Under the id of the message itself; the id of a call's message is the id of the call. */
export const devMessages: Collection<DevMessage> = { name: 'devMessages', indexes: {}, unique: [] }

/** What would have left, newest first. `now`: milliseconds since 1970. */
export async function listDevMessages(store: Store, now: number): Promise<readonly DevMessage[]> {
  const ids = (await store.ids(devMessages)).toReversed()
  const listed = await Promise.all(ids.map((id) => findDevMessage(store, id, now)))
  return listed.filter((message) => message !== undefined)
}

/** One of them; undefined where there is none. */
export async function findDevMessage(
  store: Store,
  id: string,
  now: number,
): Promise<DevMessage | undefined> {
  const found = await store.read(devMessages, id)
  if (found?.value.channel !== 'call') return found?.value
  const call = await store.read(calls, id)
  return {
    ...found.value,
    status: call ? callAfter(call.value, { event: 'time' }, now).state : 'no-answer',
  }
}

/** What whoever plays the phone does. */
export const DEV_OUTCOMES = ['press', 'no-answer', 'busy', 'hang-up', 'not-possible'] as const
export type DevOutcome = (typeof DEV_OUTCOMES)[number]

export type DevAnswered =
  | { readonly status: 'answered'; readonly state: CallState }
  /** The call had ended before. */
  | { readonly status: 'over'; readonly state: CallState }
  | { readonly status: 'no-call' }

/** Plays the phone: picks up and presses `digits`, or ends the call in another way. */
export async function answerDevCall(
  store: Store,
  id: string,
  outcome: DevOutcome,
  digits: string,
  now: number,
): Promise<DevAnswered> {
  const found = await store.read(calls, id)
  if (!found) return { status: 'no-call' }
  const before: Call = callAfter(found.value, { event: 'time' }, now)
  if (!isLive(before)) return { status: 'over', state: before.state }
  if (outcome === 'press' || outcome === 'hang-up')
    await recordCallEvent(store, id, { event: 'answered' }, now)
  const event = outcome === 'press' ? { event: 'digits' as const, digits } : { event: outcome }
  const state = await recordCallEvent(store, id, event, now)
  return state === undefined ? { status: 'no-call' } : { status: 'answered', state }
}
