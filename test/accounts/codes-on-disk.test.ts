import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { checkCode, issueCode } from '../../src/accounts/codes.ts'
import { accountCollections } from '../../src/accounts/collections.ts'
import { countAct, phoneLimits } from '../../src/accounts/limits.ts'
import { openLowdbStore } from '../../src/store/lowdb-store.ts'
import { makeTemporaryFolder } from '../store/temporary-folder.ts'

test('R-AUTH-04, R-TEL-02: on disk too, a code is right once and a limit is passed by nobody', async () => {
  const dir = await makeTemporaryFolder()
  const now = 1_800_000_000_000
  const store = await openLowdbStore({
    dir,
    collections: [...accountCollections],
    now: () => now,
    ignoreBroken: false,
  })
  const context = { store, secretKey: randomBytes(32), now }
  const subject = {
    journey: 'login',
    of: 'phone',
    value: '+447700900123',
    address: '+447700900123',
    session: 's',
  } as const
  const message = {
    id: 'm',
    channel: 'sms',
    to: subject.value,
    text: '',
    at: now,
    status: 'sent',
    tries: 1,
  } as const
  await issueCode(context, subject, { code: '123456', known: true, message })
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, () => checkCode(context, subject, '123456')),
  )
  expect(outcomes.filter((outcome) => outcome === 'right')).toHaveLength(1)
  const limits = phoneLimits(subject.value)
  const counted = await Promise.all(
    Array.from({ length: 50 }, () => countAct(context, 'sms', [limits])),
  )
  expect(counted.filter(({ status }) => status === 'allowed')).toHaveLength(1)
  await store.close()
})
