import { describe, expect, test } from 'vitest'
import {
  accounts,
  clearPhone,
  deactivate,
  findAccount,
  findAccountByEmail,
} from '../../src/accounts/account.ts'
import { isHashingBusy } from '../../src/accounts/password.ts'
import { changeSession, startSession } from '../../src/accounts/sessions.ts'
import { actions } from '../../src/actions/registry.ts'
import type { JsonObject } from '../../src/fields/field.ts'
import { createDesk, LANDLINE, MOBILE, PASSWORD } from './desk.ts'

const SAM = 'sam@example.org'

describe('check-password', () => {
  test('R-SES-02: a right one is a step up, and carries the account, live', async () => {
    const desk = createDesk()
    const account = await desk.makeAccount(SAM, MOBILE)
    const result = await desk.run('check-password', {
      email: 'SAM@example.org',
      password: PASSWORD,
    })
    expect(result).toMatchObject({
      outcome: 'right',
      session: 'renew',
      carries: {
        'password-checked': { account: account.id, phoneType: 'mobile', phoneEnding: '23' },
      },
    })
    const carried = result.carries?.['password-checked'] ?? {}
    const live = () =>
      actions.get('check-password')?.readCarries?.('password-checked', carried, desk.services)
    expect(await live()).toMatchObject({ account: account.id })
    await clearPhone(desk.store, account.id, desk.now())
    expect(await live()).toEqual({})
  })

  test('R-AUTH-12: a wrong password and an unknown address, locked or not, end alike', async () => {
    const seen: string[] = []
    for (const state of ['known', 'unknown', 'closed']) {
      const desk = createDesk()
      if (state !== 'unknown') {
        const account = await desk.makeAccount(SAM)
        if (state === 'closed') await deactivate(desk.store, account.id, desk.now())
      }
      const results: unknown[] = []
      for (let tries = 0; tries < 11; tries++)
        results.push(await desk.run('check-password', { email: SAM, password: `wrong ${tries}` }))
      seen.push(JSON.stringify(results))
    }
    expect(seen[0]).toContain('locked')
    expect(new Set(seen).size).toBe(1)
  })

  test('R-AUTH-24: locked, the right password is not even compared; the lock ends by itself', async () => {
    const desk = createDesk()
    await desk.makeAccount(SAM)
    for (let tries = 0; tries < 10; tries++)
      await desk.run('check-password', { email: SAM, password: `wrong ${tries}` })
    const right = { email: SAM, password: PASSWORD }
    expect(await desk.outcome('check-password', right)).toBe('locked')
    desk.pass(60_001)
    expect(await desk.outcome('check-password', right)).toBe('right')
    expect(await desk.outcome('check-password', { ...right, password: 'wrong again' })).toBe(
      'wrong',
    )
  })

  test('R-AUTH-25: 20 failures from one network address, whatever the logins, however it is written', async () => {
    const desk = createDesk()
    const tryOne = (index: number, peer: string) =>
      desk.outcome(
        'check-password',
        { email: `p${index}@example.org`, password: 'guess' },
        { peer },
      )
    for (let index = 0; index < 20; index++)
      expect(await tryOne(index, index % 2 ? '192.0.2.1' : '::ffff:192.0.2.1')).toBe('wrong')
    expect(await tryOne(20, '192.0.2.1')).toBe('too-many')
    expect(await tryOne(20, '192.0.2.2')).toBe('wrong')
  })

  test('R-AUTH-23: a network that is over its limit costs nothing, however often it comes', async () => {
    const desk = createDesk()
    const own = { peer: '192.0.2.1' }
    const guess = (index: number) => ({ email: `p${index}@example.org`, password: 'guess' })
    for (let index = 0; index < 20; index++) await desk.run('check-password', guess(index), own)
    const all = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        desk.outcome('check-password', guess(100 + index), own),
      ),
    )
    expect(new Set(all)).toEqual(new Set(['too-many']))
  })

  test('R-AUTH-23: too many at once are a fault, not a failure of the person', async () => {
    const desk = createDesk()
    await desk.makeAccount(SAM)
    const all = await Promise.allSettled(
      Array.from({ length: 60 }, () =>
        desk.run('check-password', { email: SAM, password: PASSWORD }),
      ),
    )
    const ended = all.flatMap((one) => (one.status === 'fulfilled' ? [one.value.outcome] : []))
    expect(new Set(ended)).toEqual(new Set(['right']))
    expect(ended.length).toBeLessThan(60)
    expect(
      all.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []))[0],
    ).toMatch(/at once/u)
    expect(isHashingBusy()).toBe(false)
  })
})

describe('create-login and set-phone', () => {
  const GIVEN = { email: SAM, password: PASSWORD, firstName: 'Sam', surname: 'Taylor' }

  test('a login is made once for a draft, without a phone, and cannot sign in', async () => {
    const desk = createDesk()
    const made = await desk.run('create-login', GIVEN)
    const again = await desk.run('create-login', GIVEN)
    expect(again).toEqual(made)
    const other = { ...GIVEN, password: 'four green teapots', surname: 'Okafor' }
    expect(await desk.run('create-login', other)).toMatchObject({
      outcome: 'created',
      carries: { 'password-checked': { surname: 'Okafor' } },
    })
    const typed = { email: SAM, password: other.password }
    expect(await desk.outcome('check-password', typed)).toBe('right')
    expect(made).toMatchObject({
      outcome: 'created',
      carries: { 'password-checked': { phoneType: 'none', phoneEnding: '' } },
    })
    expect(await desk.outcome('create-login', GIVEN, { draft: 'draft-2' })).toBe('taken')
    expect(await desk.outcome('check-email-free', { email: SAM })).toBe('free')
    expect(await desk.outcome('check-email-free', { email: SAM }, { draft: 'draft-2' })).toBe(
      'taken',
    )
    const account = await findAccountByEmail(desk.store, SAM)
    expect(await desk.outcome('sign-in', { account: account?.id ?? '' })).toBe('refused')
  })

  test('R-AUTH-20, R-AUTH-21: easy and too long passwords are refused, and nothing is made', async () => {
    const desk = createDesk()
    for (const password of ['password1', 'norfolk council', 'sam@example.org', 'e\u0301'.repeat(7)])
      expect(await desk.outcome('create-login', { ...GIVEN, password }), password).toMatch(
        /too-common|input refused/u,
      )
    expect(await desk.outcome('create-login', { ...GIVEN, password: '👍'.repeat(300) })).toBe(
      'too-long',
    )
    expect(await desk.store.ids(accounts)).toEqual([])
  })

  test('R-AUTH-11, R-AUTH-26: the facts that protect are needed about the very values', () => {
    expect(actions.get('create-login')?.needs).toEqual([{ fact: 'email-verified', about: 'email' }])
    expect(actions.get('sign-in')?.needs).toEqual([
      { fact: 'password-checked', about: 'account' },
      { fact: 'phone-checked', about: 'account' },
    ])
    expect(actions.get('set-phone')?.needs).toEqual([
      { fact: 'phone-confirmed', about: 'phone' },
      { fact: 'password-checked', about: 'account' },
      { fact: 'email-verified', about: 'account', of: 'account.email' },
    ])
  })

  test('R-AUTH-29: a second phone is refused, the same one again is not', async () => {
    const desk = createDesk()
    const { id } = await desk.makeAccount(SAM)
    expect(await desk.outcome('set-phone', { account: id, phone: LANDLINE })).toBe('set')
    expect(await desk.outcome('set-phone', { account: id, phone: LANDLINE })).toBe('set')
    expect(await desk.outcome('set-phone', { account: id, phone: MOBILE })).toBe('refused')
    expect((await findAccount(desk.store, id))?.phone).toEqual({
      number: LANDLINE,
      type: 'landline',
    })
  })
})

describe('sign-in, sign-out and set-password', () => {
  test('R-SES-02: signing in is a step up, for the session, with names and the end of the number', async () => {
    const desk = createDesk()
    const { id } = await desk.makeAccount(SAM, MOBILE)
    expect(await desk.run('sign-in', { account: id })).toMatchObject({
      outcome: 'signed-in',
      session: 'renew',
      carries: { 'signed-in': { account: id, firstName: 'Sam', phoneEnding: '23', staff: false } },
    })
    expect(await desk.run('sign-out', {})).toEqual({ outcome: 'signed-out', session: 'end' })
    await deactivate(desk.store, id, desk.now())
    expect(await desk.outcome('sign-in', { account: id })).toBe('refused')
  })

  test('R-AUTH-24, R-AUTH-27: a new password lifts the lock, ends all sessions, tells the owner, and signs nobody in', async () => {
    const desk = createDesk()
    const { id } = await desk.makeAccount(SAM, MOBILE)
    const checked = await desk.run('check-password', { email: SAM, password: PASSWORD })
    for (let tries = 0; tries < 11; tries++)
      await desk.run('check-password', { email: SAM, password: `wrong ${tries}` })
    const { session } = await startSession(desk.store, desk.now())
    const fact = { scope: 'session', about: {}, session: session.id, since: 0 } as const
    await changeSession(desk.store, session.id, (held) => ({
      ...held,
      facts: [{ ...fact, fact: 'signed-in', carries: { account: id } }],
    }))
    const given = { email: SAM, password: 'four green teapots', message: 'changed' }
    expect(await desk.run('set-password', given)).toEqual({ outcome: 'set' })
    expect(desk.sent).toMatchObject([{ to: SAM, subject: 'changed' }])
    expect(await changeSession(desk.store, session.id, (held) => held)).toBeUndefined()
    const old = checked.carries?.['password-checked'] as JsonObject
    const { readCarries } = actions.get('sign-in') ?? {}
    expect(await readCarries?.('password-checked', old, desk.services)).toEqual({})
    expect(await desk.outcome('check-password', { email: SAM, password: PASSWORD })).toBe('wrong')
    expect(await desk.outcome('check-password', given)).toBe('input refused')
    const right = { email: SAM, password: 'four green teapots' }
    expect(await desk.outcome('check-password', right)).toBe('right')
    expect(await desk.outcome('set-password', { ...right, email: 'eve@example.org' })).toBe(
      'no-login',
    )
    expect(await desk.outcome('set-password', { ...right, password: 'password1' })).toBe(
      'too-common',
    )
  })

  test('who is signed in and sets a new password is logged out too', async () => {
    const desk = createDesk()
    const { id } = await desk.makeAccount(SAM, MOBILE)
    const given = { email: SAM, password: 'four green teapots' }
    expect(await desk.run('set-password', given, { account: id })).toEqual({
      outcome: 'set',
      session: 'end',
    })
  })
})
