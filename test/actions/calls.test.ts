import { describe, expect, test } from 'vitest'
import { calls, recordCallEvent } from '../../src/messages/calls.ts'
import { createDesk, LANDLINE } from './desk.ts'

const ASK = { phone: LANDLINE, message: 'call' }
const LOOK = { phone: LANDLINE }

function createPhone() {
  const desk = createDesk()
  const event = async (...events: readonly Parameters<typeof recordCallEvent>[2][]) => {
    const id = (await desk.store.ids(calls)).at(-1) ?? ''
    for (const one of events) await recordCallEvent(desk.store, id, one, desk.now())
  }
  return { ...desk, event }
}

describe('call-me and check-call', () => {
  test('the hash key confirms the number, once', async () => {
    const { outcome, event, sent } = createPhone()
    expect(await outcome('check-call', LOOK)).toBe('no-call')
    expect(await outcome('call-me', ASK)).toBe('calling')
    expect(sent).toMatchObject([{ channel: 'call', to: LANDLINE }])
    expect(await outcome('check-call', LOOK)).toBe('waiting')
    await event({ event: 'answered' }, { event: 'digits', digits: '#' })
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => outcome('check-call', LOOK)),
    )
    expect(outcomes.filter((one) => one === 'pressed')).toHaveLength(1)
    expect(await outcome('check-call', LOOK)).toBe('no-call')
  })

  test('R-TEL-06: one live call for a number; asked again, we are calling already', async () => {
    const { outcome, sent, pass } = createPhone()
    expect(await outcome('call-me', ASK)).toBe('calling')
    expect(await outcome('call-me', ASK)).toBe('calling')
    pass(31_000)
    expect(await outcome('call-me', ASK, { session: 'session-2' })).toBe('too-many')
    expect(await outcome('check-call', LOOK, { session: 'session-2' })).toBe('no-call')
    expect(sent).toHaveLength(1)
  })

  test.each([
    ['no-answer', [{ event: 'no-answer' }]],
    ['busy', [{ event: 'busy' }]],
    ['wrong-key', [{ event: 'answered' }, { event: 'digits', digits: '5' }]],
    ['hung-up', [{ event: 'answered' }, { event: 'hang-up' }]],
    ['not-possible', [{ event: 'not-possible' }]],
  ] as const)(
    'R-TEL-02: it ends with %s, and may be asked for again at once',
    async (ending, events) => {
      const { outcome, event, sent } = createPhone()
      await outcome('call-me', ASK)
      await event(...events)
      expect(await outcome('check-call', LOOK)).toBe(ending)
      expect(await outcome('check-call', LOOK)).toBe(ending)
      expect(await outcome('call-me', ASK)).toBe('calling')
      expect(await outcome('check-call', LOOK)).toBe('waiting')
      expect(sent).toHaveLength(2)
    },
  )

  test('R-TEL-02: a call that has ended may be asked for again although nobody looked', async () => {
    const { outcome, event, sent } = createPhone()
    await outcome('call-me', ASK)
    await event({ event: 'busy' })
    expect(await outcome('call-me', ASK)).toBe('calling')
    expect(sent).toHaveLength(2)
  })

  test('R-AUTH-05: a key that was pressed for another purpose or long ago proves nothing', async () => {
    const { outcome, event, makeAccount, pass } = createPhone()
    const account = await makeAccount('sam@example.org', LANDLINE)
    await outcome('call-me', ASK)
    await event({ event: 'answered' }, { event: 'digits', digits: '#' })
    expect(await outcome('check-call', { account: account.id })).toBe('no-call')
    pass(11 * 60_000)
    expect(await outcome('check-call', LOOK)).toBe('no-call')
  })
})
