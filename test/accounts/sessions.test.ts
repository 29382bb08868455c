import { expect, test } from 'vitest'
import { renewSession } from '../../src/accounts/renew-session.ts'
import {
  changeSession,
  endSession,
  endSessionsOf,
  findSession,
  type Session,
  startSession,
  touchSession,
} from '../../src/accounts/sessions.ts'
import { createMemoryStore } from './memory-store.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const START = 1_800_000_000_000

function signedIn(account: string, staff = false) {
  return (session: Session): Session => ({
    ...session,
    facts: [
      {
        fact: 'signed-in',
        scope: 'session',
        about: { account },
        session: session.id,
        since: START,
        carries: { account, staff },
      },
    ],
  })
}

/** The moments at which a session that is used every so often is found. */
async function lifeOf(staff: boolean, every: number): Promise<number> {
  const store = createMemoryStore()
  const { session, token } = await startSession(store, START)
  await changeSession(store, session.id, signedIn('a', staff))
  let now = START
  for (;;) {
    now += every
    const found = await findSession(store, token, now)
    if (!found) return now - START
    await touchSession(store, found, now)
  }
}

test('R-SES-01: only the hash of 256 bits is stored', async () => {
  const store = createMemoryStore()
  const { session, token } = await startSession(store, START)
  expect(Buffer.from(token, 'base64url')).toHaveLength(32)
  expect(store.dump()).not.toContain(token)
  expect(session.id).not.toBe(token)
})

test('R-SES-02: a new cookie finds the same session, the old one nothing; one of their own choice is never adopted', async () => {
  const store = createMemoryStore()
  const { session, token } = await startSession(store, START)
  const renewed = await renewSession(store, session.id, START + 1)
  expect(renewed?.session.id).toBe(session.id)
  expect(await findSession(store, token, START + 2)).toBeUndefined()
  expect((await findSession(store, renewed?.token ?? '', START + 2))?.id).toBe(session.id)
  expect(await findSession(store, 'chosen-by-a-client', START)).toBeUndefined()
  await changeSession(store, session.id, (held) => ({ ...held, id: 'x', tokenHash: 'y' }))
  expect((await findSession(store, renewed?.token ?? '', START + 2))?.id).toBe(session.id)
})

test('R-SES-03: residents 60 minutes idle and 12 hours in all, staff 30 minutes and 8 hours', async () => {
  expect(await lifeOf(false, 60 * MINUTE)).toBe(60 * MINUTE)
  expect(await lifeOf(false, 59 * MINUTE)).toBeGreaterThanOrEqual(12 * HOUR)
  expect(await lifeOf(false, 59 * MINUTE)).toBeLessThan(13 * HOUR)
  expect(await lifeOf(true, 30 * MINUTE)).toBe(30 * MINUTE)
  expect(await lifeOf(true, 29 * MINUTE)).toBeGreaterThanOrEqual(8 * HOUR)
  expect(await lifeOf(true, 29 * MINUTE)).toBeLessThan(9 * HOUR)
})

test('R-SES-03: stepping up again does not lengthen the time in all of who is signed in', async () => {
  const store = createMemoryStore()
  const { session } = await startSession(store, START)
  const first = await renewSession(store, session.id, START + 50 * MINUTE)
  expect(first?.session.startedAt).toBe(START + 50 * MINUTE)
  await changeSession(store, session.id, signedIn('a'))
  const second = await renewSession(store, session.id, START + 100 * MINUTE)
  expect(second?.session.startedAt).toBe(START + 50 * MINUTE)
})

test('activity is written at most once a minute', async () => {
  const store = createMemoryStore()
  const { session } = await startSession(store, START)
  expect(await touchSession(store, session, START + 59_000)).toBe(session)
  expect((await touchSession(store, session, START + 60_000)).seenAt).toBe(START + 60_000)
})

test('R-SES-04, R-SES-05: an ended session is found no more, nor is any of an account that was ended', async () => {
  const store = createMemoryStore()
  const made = await Promise.all(
    ['a', 'a', 'a', 'b'].map(async (account) => {
      const { session, token } = await startSession(store, START)
      await changeSession(store, session.id, signedIn(account))
      return { id: session.id, token }
    }),
  )
  const found = async () =>
    (await Promise.all(made.map(({ token }) => findSession(store, token, START + 1)))).map(Boolean)
  await endSession(store, made[0]?.id ?? '')
  await endSession(store, made[0]?.id ?? '')
  expect(await found()).toEqual([false, true, true, true])
  await endSessionsOf(store, 'a', made[2]?.id)
  expect(await found()).toEqual([false, false, true, true])
  expect(await changeSession(store, made[1]?.id ?? '', signedIn('a'))).toBeUndefined()
  expect(await renewSession(store, made[1]?.id ?? '', START)).toBeUndefined()
})
