import { expect, test } from 'vitest'
import { createAccount, findAccount } from '../../src/accounts/account.ts'
import {
  bindInvitation,
  createInvitation,
  openInvitation,
  readInvitation,
} from '../../src/accounts/invitations.ts'
import { createMemoryStore } from './memory-store.ts'

const DAY = 24 * 60 * 60_000
const START = 1_800_000_000_000
const STAFF = { journey: 'login', email: 'Ann@example.org', role: '*', expiresAt: START + DAY }

test('R-AUTH-35: a link opens any number of times, and only the hash of its token is stored', async () => {
  const store = createMemoryStore()
  const { invitation, token } = await createInvitation(store, STAFF, START)
  expect(store.dump()).not.toContain(token)
  for (let times = 0; times < 6; times++)
    expect((await openInvitation(store, token, START + times))?.id).toBe(invitation.id)
  expect((await openInvitation(store, token, START + 9))?.openedAt).toBe(START)
  expect(await readInvitation(store, invitation.id, undefined, START)).toEqual({
    email: 'Ann@example.org',
  })
  expect(await openInvitation(store, 'another-token', START)).toBeUndefined()
  expect(await openInvitation(store, token, START + DAY)).toBeUndefined()
})

test('R-AUTH-35: a newer link to the same address ends the earlier one', async () => {
  const store = createMemoryStore()
  const first = await createInvitation(store, STAFF, START)
  const second = await createInvitation(store, { ...STAFF, email: 'ann@EXAMPLE.org' }, START + 1)
  expect(await openInvitation(store, first.token, START + 2)).toBeUndefined()
  expect((await openInvitation(store, second.token, START + 2))?.id).toBe(second.invitation.id)
})

test('R-AUTH-35: it binds to one account, which gets the role, also when several ask at once', async () => {
  const store = createMemoryStore()
  const { invitation, token } = await createInvitation(store, STAFF, START)
  const made = await Promise.all(
    Array.from({ length: 5 }, async (_, index) => {
      const account = await createAccount(store, {
        email: `person${index}@example.org`,
        firstName: 'A',
        surname: 'B',
        passwordHash: '',
        createdBy: `draft-${index}`,
        now: START,
      })
      return account.status === 'created' ? account.account.id : ''
    }),
  )
  const bound = await Promise.all(made.map((id) => bindInvitation(store, invitation.id, id, START)))
  expect(bound.filter(Boolean)).toHaveLength(1)
  const owner = made[bound.indexOf(true)] ?? ''
  const other = made[bound.indexOf(false)] ?? ''
  expect(await bindInvitation(store, invitation.id, owner, START)).toBe(true)
  expect((await findAccount(store, owner))?.roles).toEqual(['*'])
  expect((await findAccount(store, other))?.roles).toEqual([])
  expect(await readInvitation(store, invitation.id, owner, START)).toBeDefined()
  expect(await readInvitation(store, invitation.id, other, START)).toBeUndefined()
  expect(await readInvitation(store, invitation.id, undefined, START)).toBeUndefined()
  expect((await openInvitation(store, token, START))?.boundTo).toBe(owner)
})
