import { randomBytes } from 'node:crypto'
import { changeRecord } from '../store/change.ts'
import { expiryKeys } from '../store/records.ts'
import type { Collection, Store } from '../store/store.ts'
import { unsentKeys } from '../store/unsent.ts'
import { type CallEvent, callAfter, isLive } from './call-states.ts'
import type { Call, CallState } from './message.ts'

export const calls: Collection<Call> = {
  name: 'calls',
  indexes: {
    subject: (call) => [call.subject],
    live: (call) => (isLive(call) ? [call.number] : []),
    token: (call) => [call.token],
    unsent: unsentKeys,
    expires: expiryKeys,
  },
  unique: ['live', 'token'],
}

/** How long a call's record is kept, in milliseconds. */
const KEPT = 24 * 60 * 60_000

export interface NewCall {
  readonly subject: string
  /** Keyed hash of the number. */
  readonly number: string
  /** The number itself, E.164. */
  readonly to: string
  /** What is said to the person who answers. */
  readonly text: string
  /** In which that is; English unless given. */
  readonly language?: string
  /** Milliseconds since 1970. */
  readonly now: number
}

export type Placed =
  | { readonly status: 'placed'; readonly id: string }
  | { readonly status: 'already-calling' }

/**
 * Records a call that is to be made, durably; `outbox.dispatch(calls, id)` makes it. A number has one live call at a time,
 * also when several ask at once (R-TEL-06).
 */
export async function placeCall(store: Store, wanted: NewCall): Promise<Placed> {
  const call = createCall(wanted)
  for (let tries = 0; tries < 2; tries++) {
    const written = await store.write(calls, call, 0)
    if (written.status === 'written') return { status: 'placed', id: call.id }
    for (const id of await store.find(calls, 'live', wanted.number))
      await expire(store, id, wanted.now)
  }
  return { status: 'already-calling' }
}

/** How the newest call about a subject stands now; undefined where there was none. */
export async function callStateOf(
  store: Store,
  subject: string,
  now: number,
): Promise<CallState | undefined> {
  const newest = (await store.find(calls, 'subject', subject)).at(-1)
  const found = newest === undefined ? undefined : await store.read(calls, newest)
  return found && callAfter(found.value, { event: 'time' }, now).state
}

/**
 * Takes what happened to a call into its record, forwards only: what comes twice, late or out of order changes nothing
 * (R-HOOK-04). Answers how the call stands then; undefined where there is none.
 */
export async function recordCallEvent(
  store: Store,
  id: string,
  event: CallEvent,
  now: number,
): Promise<CallState | undefined> {
  const call = await changeRecord(store, calls, id, (before) => {
    const after = before && callAfter(before, event, now)
    return after === before ? undefined : after
  })
  return call?.state
}

async function expire(store: Store, id: string, now: number): Promise<void> {
  await recordCallEvent(store, id, { event: 'time' }, now)
}

function createCall({ subject, number, to, text, language = 'en', now }: NewCall): Call {
  const id = randomBytes(16).toString('base64url')
  const token = randomBytes(24).toString('base64url')
  const message = { id, channel: 'call', to, text, at: now, status: 'queued', tries: 0 } as const
  const expiresAt = now + KEPT
  const messages = [message]
  return { id, subject, number, language, state: 'queued', token, at: now, expiresAt, messages }
}
