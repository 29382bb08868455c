import { describe, expect, test } from 'vitest'
import { findAccount } from '../../src/accounts/account.ts'
import { createInvitation, invitations } from '../../src/accounts/invitations.ts'
import { changeSession, startSession } from '../../src/accounts/sessions.ts'
import { createReference } from '../../src/actions/reference.ts'
import { submissions } from '../../src/store/records.ts'
import { createDesk, MOBILE } from './desk.ts'

const TOLD = { message: 'received', to: 'sam@example.org' }

describe('submit-request', () => {
  test('R-REL-07: a draft is submitted once, however often and at the same time it is pressed', async () => {
    const desk = createDesk()
    const all = await Promise.all(
      Array.from({ length: 10 }, () => desk.run('submit-request', TOLD)),
    )
    expect(new Set(all.map((result) => JSON.stringify(result))).size).toBe(1)
    const later = await desk.run('submit-request', TOLD, {
      submission: () => ({ answers: { a: 2 }, path: [] }),
    })
    expect(later).toEqual(all[0])
    const [id, ...more] = await desk.store.ids(submissions)
    expect(more).toEqual([])
    const stored = await desk.store.read(submissions, id ?? '')
    expect(stored?.value).toMatchObject({
      answers: { a: 1 },
      path: ['start', 'check-answers'],
      status: 'received',
      hash: 'abc',
      draft: 'draft-1',
    })
    expect(all[0]?.carries?.['submitted']).toEqual({ reference: stored?.value.reference })
    expect(all[0]?.submission).toEqual({ id, reference: stored?.value.reference })
  })

  test('R-REL-08: the message is in the submission itself, holds its reference, and leaves once', async () => {
    const desk = createDesk()
    const result = await desk.run('submit-request', TOLD)
    await desk.run('submit-request', TOLD)
    expect(desk.sent).toMatchObject([
      { to: 'sam@example.org', text: result.submission?.reference, channel: 'email' },
    ])
  })

  test('it stands without a message where nobody can be told', async () => {
    const desk = createDesk()
    for (const [draft, input] of Object.entries({
      a: {},
      b: { message: 'received' },
      c: { ...TOLD, to: 'a@example.org,b@example.org' },
      d: { message: 'text', to: '+441632960001' },
    }))
      expect(await desk.outcome('submit-request', input, { draft })).toBe('submitted')
    expect(await desk.store.ids(submissions)).toHaveLength(4)
    expect(desk.sent).toEqual([])
  })

  test('a reference is easy to read out: no vowels, nothing that is read for something else', () => {
    const made = Array.from({ length: 500 }, createReference)
    for (const reference of made)
      expect(reference).toMatch(/^[B-DF-HJKMNP-TWXZ2-9]{4}-[B-DF-HJKMNP-TWXZ2-9]{4}$/u)
    expect(new Set(made).size).toBe(500)
  })
})

describe('send-message', () => {
  test('it goes to an account, with the words that it declares', async () => {
    const desk = createDesk()
    const { id } = await desk.makeAccount('sam@example.org', MOBILE)
    const staff = { case: { submission: 's', staff: 'ann' } }
    const input = { to: id, message: 'rejected', note: 'More, please' }
    expect(await desk.outcome('send-message', input, staff)).toBe('sent')
    expect(await desk.outcome('send-message', { to: id, message: 'text' }, staff)).toBe('sent')
    expect(desk.sent.map(({ to, text }) => [to, text])).toEqual([
      ['sam@example.org', 'More, please'],
      [MOBILE, ''],
    ])
  })

  test('a form is no mail relay: an address must have been proved here', async () => {
    const desk = createDesk()
    const input = { to: 'eve@example.org', message: 'hello' }
    expect(await desk.outcome('send-message', input)).toBe('not-possible')
    expect(await desk.outcome('send-message', input, { holds: () => false })).toBe('not-possible')
    expect(await desk.outcome('send-message', { ...input, to: 'nobody' })).toBe('not-possible')
    expect(desk.sent).toEqual([])
    const holds = (fact: string, about: string) =>
      fact === 'email-verified' && about === 'eve@example.org'
    expect(await desk.outcome('send-message', input, { holds })).toBe('sent')
    for (let count = 1; count < 20; count++) await desk.outcome('send-message', input, { holds })
    expect(await desk.outcome('send-message', input, { holds })).toBe('not-possible')
    expect(desk.sent).toHaveLength(20)
  })
})

describe('accept-invitation', () => {
  test('R-AUTH-35: proves the very address that the link was sent to, until it is used or over', async () => {
    const desk = createDesk()
    const { invitation } = await createInvitation(
      desk.store,
      { journey: 'login', email: 'Ann@example.org', expiresAt: desk.now() + 1000 },
      desk.now(),
    )
    const accept = (email: string, own: object = { invitation: invitation.id }) =>
      desk.outcome('accept-invitation', { email }, own)
    expect(await accept('ann@example.org')).toBe('accepted')
    expect(await accept('eve@example.org')).toBe('used-or-expired')
    expect(await accept('ann@example.org', {})).toBe('used-or-expired')
    desk.pass(1000)
    expect(await accept('ann@example.org')).toBe('used-or-expired')
    expect(await desk.store.ids(invitations)).toHaveLength(1)
  })
})

describe('what staff do', () => {
  test('R-ACL-05, R-AUTH-29, R-SES-05: activating, clearing the phone and deactivating', async () => {
    const desk = createDesk()
    const { id } = await desk.makeAccount('sam@example.org', MOBILE)
    const signIn = async () => {
      const { session } = await startSession(desk.store, desk.now())
      const fact = { fact: 'signed-in', scope: 'session', about: {}, since: 0 } as const
      await changeSession(desk.store, session.id, (held) => ({
        ...held,
        facts: [{ ...fact, session: held.id, carries: { account: id } }],
      }))
      return async () => (await changeSession(desk.store, session.id, (held) => held)) !== undefined
    }
    expect(await desk.outcome('activate-account', { account: id })).toBe('activated')
    expect(await desk.outcome('activate-account', { account: id })).toBe('activated')
    expect((await findAccount(desk.store, id))?.active).toBe(true)
    const first = await signIn()
    expect(await desk.outcome('clear-phone', { account: id })).toBe('cleared')
    expect((await findAccount(desk.store, id))?.phone).toBeUndefined()
    expect(await first()).toBe(false)
    const second = await signIn()
    expect(await desk.outcome('deactivate-account', { account: id })).toBe('deactivated')
    expect(await second()).toBe(false)
    await expect(desk.run('activate-account', { account: 'nobody' })).rejects.toThrow('no such')
  })
})
