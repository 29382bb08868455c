import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { callStateOf, calls, placeCall } from '../../src/messages/calls.ts'
import {
  answerDevCall,
  type DevOutcome,
  devMessages,
  listDevMessages,
} from '../../src/messages/dev-messages.ts'
import { createOutbox } from '../../src/messages/outbox.ts'
import { createDevSenders } from '../../src/messages/send-to-dev-messages.ts'
import type { LowdbStore } from '../../src/store/lowdb-store.ts'
import { makeTemporaryFolder } from '../store/temporary-folder.ts'
import { message, openMessageStore, START } from './message-store.ts'

let dir = ''
let store: LowdbStore
beforeEach(async () => {
  dir = await makeTemporaryFolder()
  store = await openMessageStore(dir)
})
afterEach(() => store.close())

/** Places a call and lets it ring on the messages page. */
async function ring(): Promise<string> {
  const placed = await placeCall(store, {
    subject: 's',
    number: 'n',
    to: '+441632960001',
    text: 'Press hash',
    now: START,
  })
  if (placed.status !== 'placed') throw new Error(placed.status)
  const senders = createDevSenders(store)
  const outbox = createOutbox({ store, collections: [calls], senders, now: () => START })
  outbox.dispatch(calls, placed.id)
  await outbox.idle()
  return placed.id
}

describe('The messages of development', () => {
  it('are kept as they would have left, newest first, over a restart', async () => {
    const { email, sms } = createDevSenders(store)
    expect(await email.send(message('m1'))).toEqual({ status: 'sent', provider: 'm1' })
    await sms.send({
      id: 'm2',
      channel: 'sms',
      to: '+447700900001',
      text: 'Hi',
      at: START,
      status: 'sending',
      tries: 0,
    })
    await store.close()
    store = await openMessageStore(dir)
    expect(await listDevMessages(store, START)).toEqual([
      {
        id: 'm2',
        at: '2026-01-05T09:00:00.000Z',
        channel: 'sms',
        to: '+447700900001',
        text: 'Hi',
        status: 'sent',
      },
      {
        id: 'm1',
        at: '2026-01-05T09:00:00.000Z',
        channel: 'email',
        to: 'ann@example.com',
        subject: 'Your code',
        text: 'It is 123456',
        html: '<p>It is 123456</p>',
        status: 'sent',
      },
    ])
  })

  it('are the newest 200, and one that comes twice is there once', async () => {
    const { email } = createDevSenders(store)
    for (let i = 0; i < 205; i++) await email.send(message(`m${i}`, { text: `${i}` }))
    await email.send(message('m204', { text: 'again' }))
    const listed = await listDevMessages(store, START)
    expect(listed).toHaveLength(200)
    expect(listed[0]).toMatchObject({ id: 'm204', text: 'again' })
    expect(listed.at(-1)?.id).toBe('m5')
  })
})

describe('A call of development', () => {
  it('rings on the messages page, and says how it stands', async () => {
    const id = await ring()
    expect(await listDevMessages(store, START)).toMatchObject([
      { id, channel: 'call', to: '+441632960001', text: 'Press hash', status: 'ringing' },
    ])
    expect((await listDevMessages(store, START + 90_001))[0]?.status).toBe('no-answer')
    await answerDevCall(store, id, 'busy', '', START)
    expect(await listDevMessages(store, START)).toMatchObject([
      { text: 'Press hash', status: 'busy' },
    ])
  })

  it.each<[DevOutcome, string, string]>([
    ['press', '#', 'pressed'],
    ['press', '5', 'wrong-key'],
    ['press', '##', 'wrong-key'],
    ['no-answer', '', 'no-answer'],
    ['busy', '', 'busy'],
    ['hang-up', '', 'hung-up'],
    ['not-possible', '', 'not-possible'],
  ])('played with %s %s ends as %s', async (outcome, digits, state) => {
    const id = await ring()
    expect(await answerDevCall(store, id, outcome, digits, START)).toEqual({
      status: 'answered',
      state,
    })
    expect(await callStateOf(store, 's', START)).toBe(state)
  })

  it('is over when it has ended, or has rung too long', async () => {
    const id = await ring()
    await answerDevCall(store, id, 'hang-up', '', START)
    expect(await answerDevCall(store, id, 'press', '#', START)).toEqual({
      status: 'over',
      state: 'hung-up',
    })
    const next = await ring()
    expect(await answerDevCall(store, next, 'press', '#', START + 90_001)).toEqual({
      status: 'over',
      state: 'no-answer',
    })
  })

  it('that does not exist cannot be played', async () => {
    await createDevSenders(store).email.send(message('m1'))
    expect(await answerDevCall(store, 'm1', 'press', '#', START)).toEqual({ status: 'no-call' })
    expect(await store.ids(devMessages)).toEqual(['m1'])
  })
})
