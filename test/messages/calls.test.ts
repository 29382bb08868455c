import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type CallEvent, callAfter, isLive } from '../../src/messages/call-states.ts'
import { callStateOf, calls, placeCall, recordCallEvent } from '../../src/messages/calls.ts'
import type { Call, CallState, Sent } from '../../src/messages/message.ts'
import { createOutbox } from '../../src/messages/outbox.ts'
import type { LowdbStore } from '../../src/store/lowdb-store.ts'
import { openMessageStore, START } from './message-store.ts'

let store: LowdbStore
beforeEach(async () => {
  store = await openMessageStore()
})
afterEach(() => store.close())

const wanted = { subject: 's', number: 'hash', to: '+441632960001', text: 'Press hash', now: START }

async function place(more: Partial<typeof wanted> = {}): Promise<string> {
  const placed = await placeCall(store, { ...wanted, ...more })
  if (placed.status !== 'placed') throw new Error(placed.status)
  return placed.id
}
async function happen(id: string, ...events: CallEvent[]): Promise<CallState | undefined> {
  let state: CallState | undefined
  for (const event of events) state = await recordCallEvent(store, id, event, START + 1000)
  return state
}
const digits = (text: string): CallEvent => ({ event: 'digits', digits: text })
const answered: CallEvent = { event: 'answered' }

/** Ended stays ended, rings never turns back to queued, and only one hash key after an answer confirms. */
function expectForward(before: Call, event: CallEvent, after: Call): void {
  if (!isLive(before)) expect(after).toBe(before)
  else if (before.state === 'ringing') expect(after.state).not.toBe('queued')
  if (after.state !== 'pressed' || after === before) return
  expect(before.answeredAt).toBeDefined()
  expect(event).toEqual(digits('#'))
}

describe('A call', () => {
  it('is placed with a token of its own, to be sent like any message', async () => {
    const id = await place()
    const call = (await store.read(calls, id))?.value
    expect(call?.messages).toMatchObject([
      { id, channel: 'call', status: 'queued', text: 'Press hash' },
    ])
    expect(Buffer.from(call?.token ?? '', 'base64url').length).toBeGreaterThanOrEqual(16)
    expect(await store.find(calls, 'token', call?.token ?? '')).toEqual([id])
    expect(await store.find(calls, 'unsent', 'yes')).toEqual([id])
    expect(await store.find(calls, 'expires', '2026-01-06')).toEqual([id])
    expect(await callStateOf(store, 's', START)).toBe('queued')
    expect(await callStateOf(store, 'other', START)).toBeUndefined()
  })

  it('is the only live one to its number, of 20 asked for at once (R-TEL-06)', async () => {
    const placed = await Promise.all(Array.from({ length: 20 }, () => placeCall(store, wanted)))
    expect(placed.filter(({ status }) => status === 'placed')).toHaveLength(1)
    expect(placed.filter(({ status }) => status === 'already-calling')).toHaveLength(19)
    await place({ number: 'another' })
  })

  it('makes room for the next when it ends, and the next is the one that counts', async () => {
    const first = await place()
    expect(await happen(first, answered, digits('5'))).toBe('wrong-key')
    const second = await place()
    expect(await callStateOf(store, 's', START)).toBe('queued')
    expect(await happen(second, answered, digits('#'))).toBe('pressed')
    expect(await callStateOf(store, 's', START)).toBe('pressed')
  })

  it('of which nobody tells the end counts as not answered after 90 seconds (R-TEL-06)', async () => {
    const id = await place()
    await happen(id, answered)
    expect(await callStateOf(store, 's', START + 90_000)).toBe('ringing')
    expect(await callStateOf(store, 's', START + 90_001)).toBe('no-answer')
    expect(await recordCallEvent(store, id, digits('#'), START + 90_001)).toBe('no-answer')
  })

  it('that nobody ended gives its number up after 90 seconds', async () => {
    await place()
    expect(await placeCall(store, { ...wanted, now: START + 90_000 })).toEqual({
      status: 'already-calling',
    })
    const next = await place({ now: START + 90_001 })
    expect(await store.find(calls, 'live', 'hash')).toEqual([next])
  })

  it.each<[string, CallState]>([
    ['#', 'pressed'],
    ['5', 'wrong-key'],
    ['##', 'wrong-key'],
    ['#########', 'wrong-key'],
    ['0123456789*#', 'wrong-key'],
    ['*', 'wrong-key'],
    ['', 'wrong-key'],
  ])('answered by pressing %j ends as %s (R-TEL-07)', async (keys, state) => {
    expect(await happen(await place(), answered, digits(keys))).toBe(state)
  })

  it.each<[CallEvent, CallState]>([
    [{ event: 'no-answer' }, 'no-answer'],
    [{ event: 'busy' }, 'busy'],
    [{ event: 'hang-up' }, 'hung-up'],
    [{ event: 'not-possible' }, 'not-possible'],
  ])('that ends by %j stands at %s for good', async (event, state) => {
    const id = await place()
    expect(await happen(id, event)).toBe(state)
    expect(await happen(id, answered, digits('#'), { event: 'busy' })).toBe(state)
  })

  it('ignores keys before anybody answered (R-TEL-07), and forgets its words when it ends', async () => {
    const id = await place()
    expect(await happen(id, digits('#'))).toBe('queued')
    expect(await happen(id, answered, digits('#'))).toBe('pressed')
    expect((await store.read(calls, id))?.value).toMatchObject({
      endedAt: START + 1000,
      messages: [{ text: '' }],
    })
  })

  it('never goes back, whatever happens in whatever order (R-HOOK-04)', () => {
    const events = fc.oneof(
      fc.constantFrom<CallEvent>(
        answered,
        { event: 'time' },
        { event: 'ringing', provider: 'p' },
        { event: 'no-answer' },
        { event: 'busy' },
        { event: 'hang-up' },
        { event: 'not-possible' },
      ),
      fc.constantFrom('#', '1', '##').map(digits),
    )
    const queued: Call = {
      id: 'c',
      messages: [],
      subject: 's',
      number: 'n',
      state: 'queued',
      token: 't',
      at: 0,
      expiresAt: 1,
    }
    fc.assert(
      fc.property(fc.array(fc.tuple(events, fc.nat(60_000)), { maxLength: 12 }), (happened) => {
        let [call, now] = [queued, 0]
        for (const [event, passed] of happened) {
          now += passed
          const after = callAfter(call, event, now)
          expectForward(call, event, after)
          call = after
        }
      }),
      { seed: 7, numRuns: 500 },
    )
  })
})

describe('The outbox makes a call', () => {
  const dispatchWith = async (id: string, send: () => Promise<Sent>, now = START) => {
    const outbox = createOutbox({
      store,
      collections: [calls],
      senders: { email: { send }, sms: { send }, call: { send } },
      now: () => now,
    })
    outbox.dispatch(calls, id)
    await outbox.idle()
    return (await store.read(calls, id))?.value
  }

  it('that then rings, under the name that the provider gave it, and keeps its words to say', async () => {
    const call = await dispatchWith(await place(), async () => ({
      status: 'sent',
      provider: 'uuid',
    }))
    expect(call).toMatchObject({
      state: 'ringing',
      provider: 'uuid',
      messages: [{ status: 'sent', text: 'Press hash' }],
    })
  })

  it('that the provider refuses, so that it was not possible', async () => {
    const call = await dispatchWith(await place(), async () => ({
      status: 'refused',
      reason: 'no',
    }))
    expect(call).toMatchObject({
      state: 'not-possible',
      messages: [{ status: 'failed', text: '' }],
    })
  })

  it('of which nobody knows whether it rings, and does not make it again', async () => {
    let sends = 0
    const send = async (): Promise<Sent> => {
      sends++
      return { status: 'later', reason: 'no answer' }
    }
    const id = await place()
    expect(await dispatchWith(id, send)).toMatchObject({
      state: 'queued',
      messages: [{ status: 'failed' }],
    })
    await dispatchWith(id, send)
    expect(sends).toBe(1)
    expect(await happen(id, answered, digits('#'))).toBe('pressed')
  })

  it('not at all when nobody waits for it any more', async () => {
    let sends = 0
    const send = async (): Promise<Sent> => {
      sends++
      return { status: 'sent', provider: 'p' }
    }
    const id = await place()
    expect(await dispatchWith(id, send, START + 60_000)).toMatchObject({ state: 'not-possible' })
    expect(sends).toBe(0)
  })
})
