import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OutgoingMessage } from '../../src/answers/draft.ts'
import type { Sent } from '../../src/messages/message.ts'
import { createOutbox } from '../../src/messages/outbox.ts'
import type { LowdbStore } from '../../src/store/lowdb-store.ts'
import { makeTemporaryFolder } from '../store/temporary-folder.ts'
import { letters, message, openMessageStore, START } from './message-store.ts'

const SENT: Sent = { status: 'sent', provider: 'p' }
const LATER: Sent = { status: 'later', reason: 'busy' }

let dir = ''
let store: LowdbStore
let now = START
/** What left, in order. */
let left: OutgoingMessage[] = []
/** What the provider says to each; the last one for ever. */
let answers: (Sent | Error | (() => Promise<Sent>))[] = [SENT]
let timers: { readonly milliseconds: number; readonly run: () => void }[] = []
let logged: string[] = []

beforeEach(async () => {
  dir = await makeTemporaryFolder()
  store = await openMessageStore(dir)
  ;[now, left, answers, timers, logged] = [START, [], [SENT], [], []]
})
afterEach(() => store.close())

function makeOutbox() {
  const send = async (each: OutgoingMessage): Promise<Sent> => {
    left.push(each)
    const answer = answers.length > 1 ? answers.shift() : answers[0]
    if (answer instanceof Error) throw answer
    return typeof answer === 'function' ? answer() : (answer ?? SENT)
  }
  return createOutbox({
    store,
    collections: [letters],
    senders: { email: { send }, sms: { send }, call: { send } },
    now: () => now,
    log: (words, about) => logged.push(`${words} ${JSON.stringify(about)}`),
    schedule: (milliseconds, run) => timers.push({ milliseconds, run }),
    random: () => 0.5,
  })
}

async function write(...messages: OutgoingMessage[]): Promise<void> {
  await store.write(letters, { id: 'letter', messages }, 0)
}
async function readMessages(): Promise<readonly OutgoingMessage[]> {
  return (await store.read(letters, 'letter'))?.value.messages ?? []
}
/** Dispatches and waits until nothing is on its way. */
async function dispatch(outbox = makeOutbox()): Promise<void> {
  outbox.dispatch(letters, 'letter')
  await outbox.idle()
}
/** Lets time go by until the next timer, and runs it. */
async function runTimer(outbox: ReturnType<typeof makeOutbox>): Promise<number> {
  const timer = timers.shift()
  if (!timer) throw new Error('nothing is planned')
  now += timer.milliseconds
  timer.run()
  await outbox.idle()
  return timer.milliseconds
}
const sms = (id: string, more: Partial<OutgoingMessage> = {}) =>
  message(id, { channel: 'sms', to: '+447700900001', ...more })

describe('The outbox', () => {
  it('sends what a record carries once, in order, and keeps none of its words (R-AUTH-08)', async () => {
    await write(message('a'), sms('b'), message('c', { status: 'sent' }))
    const outbox = makeOutbox()
    outbox.dispatch(letters, 'letter')
    await dispatch(outbox)
    expect(left.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(left[0]).toMatchObject({ text: 'It is 123456', subject: 'Your code' })
    const [first] = await readMessages()
    expect(first).toEqual({
      id: 'a',
      channel: 'email',
      to: 'ann@example.com',
      at: START,
      status: 'sent',
      tries: 1,
      text: '',
    })
    expect(await store.find(letters, 'unsent', 'yes')).toEqual([])
  })

  it('leaves no code in the data folder once it is sent or refused (R-AUTH-08)', async () => {
    answers = [SENT, { status: 'refused', reason: 'no' }]
    await write(message('a'), sms('b'))
    await dispatch()
    const files = await readdir(dir, { recursive: true, withFileTypes: true })
    const texts = await Promise.all(
      files
        .filter((file) => file.isFile())
        .map((file) => readFile(join(file.parentPath, file.name), 'utf8')),
    )
    expect(texts.join()).toContain('letter')
    expect(texts.join()).not.toContain('123456')
  })

  it('does not mind a record that is gone', async () => {
    await dispatch()
    expect(left).toEqual([])
    expect(logged).toEqual([])
  })

  it('logs no address, number or word of a message', async () => {
    answers = [
      new Error('ann@example.com 123456'),
      { status: 'refused', reason: 'validation_error' },
    ]
    await write(message('a'), sms('b'))
    await dispatch()
    expect(logged).toHaveLength(2)
    expect(logged.join()).not.toMatch(/ann@|7700|123456/u)
  })

  it('holds up no other channel while one hangs (R-REL-10)', async () => {
    let hangUp = (_: Sent) => {}
    answers = [() => new Promise((resolve) => (hangUp = resolve)), SENT]
    await write(message('slow'))
    await store.write(letters, { id: 'other', messages: [sms('fast')] }, 0)
    const outbox = makeOutbox()
    outbox.dispatch(letters, 'letter')
    await expect.poll(() => left.length).toBe(1)
    outbox.dispatch(letters, 'other')
    await expect
      .poll(async () => (await store.read(letters, 'other'))?.value.messages[0]?.status)
      .toBe('sent')
    hangUp(SENT)
    await outbox.idle()
  })
})

describe('An email', () => {
  it('is tried again under the same key, ever later, until it is taken (R-REL-08)', async () => {
    answers = [LATER, new Error('broken'), LATER, SENT]
    await write(message('a'))
    const outbox = makeOutbox()
    await dispatch(outbox)
    expect(await readMessages()).toMatchObject([
      { status: 'queued', tries: 1, text: 'It is 123456' },
    ])
    const delays = [await runTimer(outbox), await runTimer(outbox), await runTimer(outbox)]
    expect(delays).toEqual([22_500, 45_000, 90_000])
    expect(left.map(({ id }) => id)).toEqual(['a', 'a', 'a', 'a'])
    expect(await readMessages()).toMatchObject([{ status: 'sent', tries: 4, text: '' }])
    expect(timers).toEqual([])
  })

  it('waits as long as the provider asks (R-REL-10)', async () => {
    answers = [{ ...LATER, after: 600_000 }, SENT]
    await write(message('a'))
    const outbox = makeOutbox()
    await dispatch(outbox)
    expect(await runTimer(outbox)).toBe(600_000)
  })

  it('is given up before the provider forgets its key after 24 hours (R-REL-08)', async () => {
    answers = [LATER]
    await write(message('a'))
    const outbox = makeOutbox()
    await dispatch(outbox)
    while (timers.length > 0) await runTimer(outbox)
    expect(now - START).toBeGreaterThan(20 * 3_600_000)
    expect(now - START).toBeLessThan(24 * 3_600_000)
    expect(await readMessages()).toMatchObject([{ status: 'failed', text: '' }])
  })

  it('with a code that has expired is not sent (R-REL-09)', async () => {
    answers = [LATER]
    await write(message('a', { until: START + 60_000 }))
    const outbox = makeOutbox()
    await dispatch(outbox)
    while (timers.length > 0) await runTimer(outbox)
    expect(left).toHaveLength(2)
    expect(await readMessages()).toMatchObject([{ status: 'failed' }])
  })

  it('that a stopped run left is sent again under the same key (R-REL-08)', async () => {
    await write(message('a', { tries: 3 }), message('b', { status: 'sent' }))
    const outbox = makeOutbox()
    await outbox.resume()
    await outbox.idle()
    expect(left.map(({ id }) => id)).toEqual(['a'])
  })
})

describe('A text', () => {
  it('is marked as leaving, on disk, before it leaves (R-REL-09)', async () => {
    let seen = ''
    answers = [
      async () => {
        seen = (await readMessages())[0]?.status ?? ''
        return SENT
      },
    ]
    await write(sms('a'))
    await dispatch()
    expect(seen).toBe('sending')
  })

  it.each<Sent | Error>([LATER, new Error('broken'), { status: 'refused', reason: 'no' }])(
    'leaves once, whatever the provider says: %j (R-REL-09)',
    async (answer) => {
      answers = [answer]
      await write(sms('a'))
      const outbox = makeOutbox()
      await dispatch(outbox)
      await dispatch(outbox)
      await outbox.resume()
      await outbox.idle()
      expect(left).toHaveLength(1)
      expect(timers).toEqual([])
      expect(await readMessages()).toMatchObject([{ status: 'failed', text: '' }])
    },
  )

  it('that was leaving when the run was stopped does not leave again (R-REL-09)', async () => {
    await write(sms('a', { status: 'sending' }), sms('b'))
    const outbox = makeOutbox()
    await outbox.resume()
    await outbox.idle()
    expect(left.map(({ id }) => id)).toEqual(['b'])
    expect(await readMessages()).toMatchObject([{ status: 'failed', text: '' }, { status: 'sent' }])
    expect(await store.find(letters, 'unsent', 'yes')).toEqual([])
  })

  it('that is older than its code is not sent (R-REL-09)', async () => {
    await write(sms('a'), sms('b', { until: START + 1000 }))
    now = START + 1000
    await dispatch()
    expect(left.map(({ id }) => id)).toEqual(['a'])
    now = START + 600_000
    await store.write(letters, { id: 'old', messages: [sms('c')] }, 0)
    const outbox = makeOutbox()
    await outbox.resume()
    await outbox.idle()
    expect(left.map(({ id }) => id)).toEqual(['a'])
  })

  it('that cannot be marked does not leave, and is tried again when the disk works', async () => {
    await write(sms('a'), message('b'))
    const { write: realWrite } = store
    store.write = async () => {
      throw Object.assign(new Error('full'), { code: 'ENOSPC' })
    }
    const outbox = makeOutbox()
    await dispatch(outbox)
    expect(left).toEqual([])
    expect(logged.join()).toContain('ENOSPC')
    store.write = realWrite
    await runTimer(outbox)
    expect(left.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(await readMessages()).toMatchObject([{ status: 'sent' }, { status: 'sent' }])
  })
})
