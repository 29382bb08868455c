import { expect, test } from 'vitest'
import {
  accounts,
  clearPhone,
  createAccount,
  findAccount,
  findAccountByEmail,
  readAccountValue,
  setPassword,
  setPhone,
} from '../../src/accounts/account.ts'
import { createMemoryStore } from './memory-store.ts'

const SAM = {
  email: 'Sam@Example.org',
  firstName: 'Sam',
  surname: 'Taylor',
  passwordHash: 'hash',
  createdBy: 'draft-1',
  now: 1,
}

test('R-AUTH-14: twenty at once make one account, kept as typed', async () => {
  const store = createMemoryStore()
  const made = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      createAccount(store, {
        ...SAM,
        email: index % 2 ? 'sam@example.org' : 'Sam@Example.ORG ',
        createdBy: `draft-${index}`,
      }),
    ),
  )
  expect(made.filter(({ status }) => status === 'created')).toHaveLength(1)
  expect(await store.ids(accounts)).toHaveLength(1)
  expect((await findAccountByEmail(store, ' SAM@example.org'))?.email).toBe('Sam@Example.ORG ')
})

test('R-AUTH-14: letters that only look alike are other accounts, composed ones are not', async () => {
  const store = createMemoryStore()
  const make = (email: string, createdBy: string) =>
    createAccount(store, { ...SAM, email, createdBy })
  expect((await make('rené@example.org', 'a')).status).toBe('created')
  expect((await make('rene\u0301@example.org', 'b')).status).toBe('taken')
  expect((await make('sаm@example.org', 'c')).status).toBe('created') // a Cyrillic а
  expect((await make('sam@example.org', 'd')).status).toBe('created')
})

test('the same draft gets the account that it made before, with the password typed last, until it has a phone', async () => {
  const store = createMemoryStore()
  const first = await createAccount(store, SAM)
  if (first.status !== 'created') throw new Error('taken')
  const typed = { passwordHash: 'other', surname: 'Okafor' }
  const again = await createAccount(store, { ...SAM, ...typed })
  expect(again).toEqual({ status: 'created', account: { ...first.account, ...typed } })
  expect(await findAccountByEmail(store, SAM.email)).toMatchObject(typed)
  await setPhone(store, first.account.id, { number: '+447700900123', type: 'mobile' })
  expect((await createAccount(store, SAM)).status).toBe('taken')
  expect(await findAccountByEmail(store, SAM.email)).toMatchObject(typed)
  expect((await createAccount(store, { ...SAM, createdBy: 'draft-2' })).status).toBe('taken')
})

test('R-AUTH-29: a phone stays until staff take it away', async () => {
  const store = createMemoryStore()
  const made = await createAccount(store, SAM)
  if (made.status !== 'created') throw new Error('taken')
  const { id } = made.account
  expect(await setPhone(store, id, { number: '+447700900123', type: 'mobile' })).toBe(true)
  expect(await setPhone(store, id, { number: '+447700900999', type: 'mobile' })).toBe(false)
  expect(await setPhone(store, id, { number: '+447700900123', type: 'mobile' })).toBe(true)
  expect(await readAccountValue(store, id, 'phoneEnding')).toBe('23')
  expect((await clearPhone(store, id, 1))?.credentials).toBe(2)
  expect(await readAccountValue(store, id, 'phoneType')).toBe('none')
  expect(await setPhone(store, id, { number: '+441632960001', type: 'landline' })).toBe(true)
  expect((await findAccount(store, id))?.phoneClearedAt).toBeUndefined()
  expect((await setPassword(store, id, 'new', 1))?.credentials).toBe(3)
  expect(await readAccountValue(store, id, 'passwordHash')).toBeUndefined()
})
