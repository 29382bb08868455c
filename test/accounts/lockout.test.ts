import { expect, test } from 'vitest'
import { beginAttempt, endLockout } from '../../src/accounts/lockout.ts'
import { createMemoryStore } from './memory-store.ts'

function setUp() {
  const store = createMemoryStore()
  let now = 1_800_000_000_000
  let tried = 0
  const attempt = () => ({
    store,
    secretKey: Buffer.alloc(32, 7),
    now,
    email: 'Sam@example.org',
  })
  return {
    attempt,
    store,
    pass: (milliseconds: number) => {
      now += milliseconds
    },
    fail: (password = `wrong ${tried++}`) => beginAttempt(attempt(), password),
  }
}

test('R-AUTH-24: the tenth failure locks for 60 seconds, each one after it for twice as long, at most 5 hours', async () => {
  const { fail, pass } = setUp()
  for (let failures = 0; failures < 9; failures++) expect(await fail()).toBe('open')
  for (let lock = 60_000; lock < 40 * 60 * 60_000; lock *= 2) {
    expect(await fail()).toBe('last')
    const length = Math.min(lock, 5 * 60 * 60_000)
    pass(length - 1)
    expect(await fail()).toBe('locked')
    pass(1)
  }
})

test('R-AUTH-24: the same wrong password again counts once', async () => {
  const { fail } = setUp()
  for (let again = 0; again < 30; again++) expect(await fail('autumn leaves')).toBe('open')
  for (let failures = 1; failures < 9; failures++) expect(await fail()).toBe('open')
  expect(await fail()).toBe('last')
})

test('R-AUTH-24: many failures at once lock as well', async () => {
  const { fail } = setUp()
  const all = await Promise.all(Array.from({ length: 30 }, () => fail()))
  expect(all.filter((state) => state === 'open')).toHaveLength(9)
  expect(all.filter((state) => state === 'last')).toHaveLength(1)
  expect(all.filter((state) => state === 'locked')).toHaveLength(20)
})

test('R-AUTH-24: a right or new password forgets all failures', async () => {
  const { fail, attempt } = setUp()
  for (let failures = 0; failures < 10; failures++) await fail()
  expect(await fail()).toBe('locked')
  await endLockout(attempt())
  expect(await fail()).toBe('open')
})

test('a wrong password cannot be told from what is stored', async () => {
  const { fail, store } = setUp()
  await fail('my other password')
  expect(store.dump()).not.toMatch(/other password|example/u)
})
