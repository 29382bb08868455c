import { describe, expect, test } from 'vitest'
import { deactivate } from '../../src/accounts/account.ts'
import { challenges } from '../../src/accounts/codes.ts'
import { actions } from '../../src/actions/registry.ts'
import { createDesk, LANDLINE, MOBILE } from './desk.ts'

const EMAIL = { email: 'sam@example.org', message: 'verification' }

/** All that somebody can find out about an address without its codes. */
async function everythingOf(state: 'known' | 'unknown' | 'closed'): Promise<string> {
  const desk = createDesk()
  if (state !== 'unknown') {
    const account = await desk.makeAccount(EMAIL.email, MOBILE)
    if (state === 'closed') await deactivate(desk.store, account.id, desk.now())
  }
  const results: unknown[] = []
  for (const ask of [EMAIL, { ...EMAIL, unknown: 'nobody' }]) {
    results.push(await desk.run('send-code', ask), await desk.run('send-code', ask))
    for (let tries = 0; tries < 6; tries++)
      results.push(await desk.run('check-code', { email: EMAIL.email, code: 'x' }))
    desk.pass(11 * 60_000)
  }
  results.push(await desk.run('check-code', { email: EMAIL.email, code: 'x' }))
  return JSON.stringify(results)
}

describe('send-code and check-code', () => {
  test('an address is verified with the code that it got, with blanks and dashes in it', async () => {
    const { run, outcome, lastCode, sent } = createDesk()
    expect(await run('send-code', EMAIL)).toEqual({ outcome: 'sent' })
    expect(sent).toMatchObject([
      { channel: 'email', to: 'sam@example.org', subject: 'verification' },
    ])
    const typed = `${lastCode().slice(0, 3)} – ${lastCode().slice(3)}`
    expect(await outcome('check-code', { email: 'sam@example.org', code: typed })).toBe('right')
    expect(await outcome('check-code', { email: 'sam@example.org', code: typed })).toBe('used-up')
  })

  test('R-AUTH-05: a code for one purpose is none for the others', async () => {
    const desk = createDesk()
    const account = await desk.makeAccount('sam@example.org', MOBILE)
    await desk.run('send-code', { account: account.id, message: 'text' })
    const code = desk.lastCode()
    expect(await desk.outcome('check-code', { phone: MOBILE, code })).toBe('expired')
    expect(await desk.outcome('check-code', { email: 'sam@example.org', code })).toBe('expired')
    const elsewhere = { session: 'session-2' }
    expect(await desk.outcome('check-code', { account: account.id, code }, elsewhere)).toBe(
      'expired',
    )
    expect(await desk.outcome('check-code', { account: account.id, code })).toBe('right')
  })

  test('R-AUTH-03, R-AUTH-07: after five wrong codes a new one may be asked for at once', async () => {
    const { outcome, lastCode } = createDesk()
    await outcome('send-code', EMAIL)
    const wrong = { email: 'sam@example.org', code: lastCode() === '000000' ? '000001' : '000000' }
    for (let tries = 0; tries < 4; tries++) expect(await outcome('check-code', wrong)).toBe('wrong')
    expect(await outcome('send-code', EMAIL)).toBe('too-many')
    expect(await outcome('check-code', wrong)).toBe('used-up')
    expect(await outcome('send-code', EMAIL)).toBe('sent')
    expect(await outcome('check-code', { ...wrong, code: lastCode() })).toBe('right')
  })

  test('R-AUTH-07: limits are of the address, not of the browser, and nothing is sent beyond them', async () => {
    const { outcome, sent, pass } = createDesk()
    for (let count = 0; count < 3; count++) {
      expect(await outcome('send-code', EMAIL, { session: `session-${count}` })).toBe('sent')
      expect(
        await outcome('send-code', { ...EMAIL, email: 'SAM@example.org' }, { session: 'x' }),
      ).toBe('too-many')
      pass(31_000)
    }
    expect(await outcome('send-code', EMAIL, { session: 'y' })).toBe('too-many')
    expect(sent).toHaveLength(3)
  })

  test('R-AUTH-08: the code is nowhere in the store once the message has left', async () => {
    const { outcome, store, lastCode } = createDesk()
    await outcome('send-code', EMAIL)
    expect(lastCode()).toMatch(/^\d{6}$/u)
    expect(store.dump()).not.toContain(lastCode())
  })

  test.each([
    'victim@example.org,evil@example.net',
    'victim@example.org;evil@example.net',
    'victim@example.org evil@example.net',
    'victim@example.org\r\nBcc: evil@example.net',
    'victim@example.org\u0000',
    'a@b@example.org',
    `${'a'.repeat(250)}@example.org`,
  ])('R-AUTH-15: %j gets nothing', async (email) => {
    const { outcome, sent } = createDesk()
    expect(await outcome('send-code', { email, message: 'verification' })).toBe('input refused')
    expect(sent).toEqual([])
  })

  test('R-AUTH-12, R-AUTH-28: an address without a login gets the other message, and no code is right', async () => {
    const desk = createDesk()
    await desk.makeAccount('sam@example.org')
    const ask = { message: 'reset', unknown: 'nobody' }
    await desk.run('send-code', { ...ask, email: 'sam@example.org' })
    await desk.run('send-code', { ...ask, email: 'eve@example.org' })
    expect(desk.sent.map(({ to, subject }) => [to, subject])).toEqual([
      ['sam@example.org', 'reset'],
      ['eve@example.org', 'nobody'],
    ])
    expect(desk.sent[1]?.text).not.toMatch(/\d/u)
    expect(await desk.store.ids(challenges)).toHaveLength(2)
  })

  test('R-AUTH-12: outcomes are the same for an address that is known, unknown or closed', async () => {
    const known = await everythingOf('known')
    expect(known).toContain('used-up')
    expect(await everythingOf('unknown')).toBe(known)
    expect(await everythingOf('closed')).toBe(known)
  })

  test('R-TEL-01, R-TEL-05: no text to a landline, a costly number, or an account without a phone', async () => {
    const desk = createDesk()
    const account = await desk.makeAccount('sam@example.org')
    for (const input of [{ phone: LANDLINE }, { account: account.id }, { account: 'nobody' }])
      expect(await desk.outcome('send-code', { ...input, message: 'text' })).toBe('not-possible')
    for (const phone of ['+449098790001', '+447012345678', '+18765551234'])
      expect(await desk.outcome('send-code', { phone, message: 'text' })).toBe('input refused')
    expect(await desk.outcome('send-code', { phone: MOBILE, message: 'verification' })).toBe(
      'not-possible',
    )
    expect(desk.sent).toEqual([])
  })

  test('R-TEL-05: only a fact, never an answer, may name the account that is texted', () => {
    for (const name of ['send-code', 'check-code', 'call-me', 'check-call'])
      expect(actions.get(name)?.input).toMatchObject({
        properties: { account: { format: 'account' } },
      })
  })

  test("R-TEL-01: in production, Ofcom's numbers for drama are nobody's", async () => {
    const { outcome, sent } = createDesk({ development: false })
    expect(await outcome('send-code', { phone: MOBILE, message: 'text' })).toBe('not-possible')
    expect(await outcome('call-me', { phone: LANDLINE, message: 'call' })).toBe('not-possible')
    expect(sent).toEqual([])
  })

  test('R-AUTH-06: who is locked is told how long and what else to do, from that network only', async () => {
    const desk = createDesk()
    const ask = { email: 'sam@example.org', message: 'verification' }
    const enter = { email: ask.email, code: '000000' }
    for (let code = 0; code < 4; code++) {
      expect(await desk.outcome('send-code', ask)).toBe('sent')
      for (let tries = 0; tries < 5; tries++) await desk.run('check-code', enter)
      desk.pass(11 * 60_000)
    }
    const words = expect.stringContaining('try again tomorrow, or call us')
    expect(await desk.run('send-code', ask)).toEqual({ outcome: 'too-many', words })
    const elsewhere = { peer: '192.0.2.1', session: 'session-2' }
    expect(await desk.outcome('send-code', ask, elsewhere)).toBe('sent')
    expect(await desk.outcome('check-code', { ...enter, code: desk.lastCode() }, elsewhere)).toBe(
      'right',
    )
  })

  test('R-TEL-02: a number gets its next text after 30 seconds, or at once when the code was right', async () => {
    const { outcome, pass, lastCode } = createDesk()
    const ask = { phone: MOBILE, message: 'text' }
    expect(await outcome('send-code', ask)).toBe('sent')
    expect(await outcome('send-code', ask)).toBe('too-many')
    expect(await outcome('call-me', { phone: MOBILE, message: 'call' })).toBe('too-many')
    expect(await outcome('check-code', { phone: MOBILE, code: lastCode() })).toBe('right')
    expect(await outcome('send-code', ask)).toBe('sent')
    pass(31_000)
    expect(await outcome('send-code', ask)).toBe('sent')
  })

  test('R-TEL-02: neighbours of a number count together, but not for this very machine in development', async () => {
    const numbers = Array.from({ length: 15 }, (_, index) => `+447400100${100 + index}`)
    const texts = async (peer: string, development: boolean) => {
      const { outcome, sent } = createDesk({ development })
      for (const phone of numbers) await outcome('send-code', { phone, message: 'text' }, { peer })
      return sent.length
    }
    expect(await texts('127.0.0.1', true)).toBe(15)
    expect(await texts('192.0.2.1', true)).toBe(10)
    expect(await texts('127.0.0.1', false)).toBe(10)
  })
})
