import { describe, expect, test } from 'vitest'
import { BUDGETS, type Budgets } from '../../src/accounts/budget.ts'
import type { ActionContext } from '../../src/actions/action.ts'
import { createDesk, MOBILE } from './desk.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const TEXT = { message: 'text' }

/** Mobiles that are no neighbours of each other, so that only what is common to all is counted. */
const mobile = (index: number) => `+44740${index % 10}${100 + index}000`

/** A desk that everybody writes to from somewhere else. */
function openDesk(budgets: Budgets = BUDGETS) {
  const desk = createDesk()
  const alerts: (readonly [string, object | undefined])[] = []
  const services = {
    ...desk.services,
    budgets,
    alert: (words: string, about?: object) => void alerts.push([words, about]),
  }
  let peers = 0
  const from = (own: Partial<ActionContext> = {}) => ({
    peer: `203.${++peers & 255}.${peers >> 8}.7`,
    session: `session-${peers}`,
    ...own,
    services,
  })
  return {
    ...desk,
    alerts,
    ask: (name: string, input: object, own?: Partial<ActionContext>) =>
      desk.run(name, input as never, from(own)),
  }
}

describe('what a stranger asks for', () => {
  test('leaves texts and calls for whoever signs in with the number, within its caps (R-TEL-02)', async () => {
    const { ask, makeAccount, pass, sent } = openDesk()
    const account = await makeAccount('sam@example.org', MOBILE)
    let strangers = 0
    for (let times = 0; times < 40; times++) {
      const text = await ask('send-code', { ...TEXT, phone: MOBILE })
      pass(31_000)
      const call = await ask('call-me', { phone: MOBILE, message: 'call' })
      pass(HOUR / 4)
      strangers += [text, call].filter(({ outcome }) => outcome !== 'too-many').length
    }
    expect(strangers).toBe(8 + 10)
    for (let times = 0; times < 4; times++) {
      expect((await ask('send-code', { ...TEXT, account: account.id })).outcome).toBe('sent')
      pass(11 * MINUTE)
    }
    expect((await ask('send-code', { ...TEXT, account: account.id })).outcome).toBe('too-many')
    expect((await ask('call-me', { message: 'call', account: account.id })).outcome).toBe('calling')
    expect(sent.filter(({ channel }) => channel === 'sms')).toHaveLength(12)
  })

  test('leaves codes for a reset, and for who has given the password (R-AUTH-07, R-AUTH-28)', async () => {
    const { ask, makeAccount, pass, sent } = openDesk()
    await makeAccount('sam@example.org')
    const email = 'sam@example.org'
    const register = { email, message: 'code' }
    const reset = { ...register, unknown: 'no-account' }
    const knows = { holds: () => true }
    for (let times = 0; times < 12; times++) {
      await ask('send-code', register)
      pass(11 * MINUTE)
    }
    expect(sent).toHaveLength(6)
    for (let times = 0; times < 3; times++) {
      await ask('send-code', reset)
      pass(HOUR)
    }
    expect(sent).toHaveLength(8)
    for (let times = 0; times < 3; times++) {
      await ask('send-code', register, knows)
      pass(11 * MINUTE)
    }
    expect(sent).toHaveLength(10)
  })

  test('is counted for each network: one that asks for resets again and again stops at 6', async () => {
    const { ask, pass, sent } = openDesk()
    const reset = { email: 'sam@example.org', message: 'code', unknown: 'no-account' }
    for (let times = 0; times < 10; times++) {
      await ask('send-code', reset, { peer: `198.51.100.${times}` })
      pass(HOUR)
    }
    expect(sent).toHaveLength(6)
    expect((await ask('send-code', reset)).outcome).toBe('sent')
  })
})

describe('R-TEL-03: the budget of the whole service', () => {
  test('spent, it serves no new number, and says so in words; who signs in is served from a reserve of 30 %', async () => {
    const { ask, makeAccount, alerts, sent, pass } = openDesk({
      ...BUDGETS,
      sms: { perHour: 10, perDay: 25 },
    })
    for (let index = 0; index < 10; index++)
      expect((await ask('send-code', { ...TEXT, phone: mobile(index) })).outcome).toBe('sent')
    const refused = await ask('send-code', { ...TEXT, phone: mobile(10) })
    expect(refused.outcome).toBe('too-many')
    expect(refused.words).toContain('Nothing that you typed is lost')
    expect(alerts.map(([, about]) => about)).toEqual([
      { channel: 'sms', percent: 80 },
      { channel: 'sms', percent: 100 },
    ])
    expect(JSON.stringify(alerts)).not.toMatch(/\+44/u)
    for (let index = 0; index < 3; index++) {
      const account = await makeAccount(`p${index}@example.org`, MOBILE)
      pass(31_000)
      expect((await ask('send-code', { ...TEXT, account: account.id })).outcome).toBe('sent')
    }
    expect(sent).toHaveLength(13)
    pass(HOUR)
    for (let index = 11; index < 30; index++) {
      await ask('send-code', { ...TEXT, phone: mobile(index) })
      if (index === 20) pass(HOUR)
    }
    expect(sent).toHaveLength(25)
  })

  test('holds when many ask at once', async () => {
    const { ask, sent } = openDesk({ ...BUDGETS, sms: { perHour: 10, perDay: 25 } })
    const many = Array.from({ length: 40 }, (_, index) => index)
    await Promise.all(many.map((index) => ask('send-code', { ...TEXT, phone: mobile(index) })))
    expect(sent).toHaveLength(10)
  })

  test('bounds new numbers of each other country, and of that country only', async () => {
    const { ask, sent } = openDesk({ ...BUDGETS, perCountry: 3 })
    const guernsey = (index: number) => `+447781${100 + index}000`
    for (let index = 0; index < 5; index++)
      await ask('send-code', { ...TEXT, phone: guernsey(index) })
    expect(sent).toHaveLength(3)
    expect((await ask('send-code', { ...TEXT, phone: mobile(1) })).outcome).toBe('sent')
  })
})

describe('R-TEL-04: texts and calls that nobody answers', () => {
  test('stop new numbers within 50 for half an hour, and not those who sign in', async () => {
    const { ask, makeAccount, alerts, sent, pass } = openDesk()
    for (let index = 0; index < 60; index++)
      await ask('send-code', { ...TEXT, phone: mobile(index) })
    expect(sent).toHaveLength(50)
    expect(alerts).toHaveLength(1)
    const refused = await ask('call-me', { phone: mobile(61), message: 'call' })
    expect([refused.outcome, refused.words?.includes('new phone numbers')]).toEqual([
      'too-many',
      true,
    ])
    const account = await makeAccount('sam@example.org', MOBILE)
    expect((await ask('send-code', { ...TEXT, account: account.id })).outcome).toBe('sent')
    pass(30 * MINUTE)
    expect((await ask('send-code', { ...TEXT, phone: mobile(62) })).outcome).toBe('sent')
  })

  test('are told of, and stop nobody, while more than a quarter is proved', async () => {
    const { ask, alerts, sent, lastCode } = openDesk()
    for (let index = 0; index < 60; index++) {
      const session = `person-${index}`
      const to = { phone: mobile(index) }
      await ask('send-code', { ...TEXT, ...to }, { session })
      if (index % 3 === 0) await ask('check-code', { ...to, code: lastCode() }, { session })
    }
    expect(sent).toHaveLength(60)
    expect(alerts.map(([words]) => words)).toEqual([
      'Of the last 50 texts and calls fewer than half were answered',
    ])
  })
})
