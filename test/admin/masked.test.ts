import { describe, expect, test } from 'vitest'
import type { Journey } from '../../src/journey/journey.ts'
import { lintPage } from '../views/page-lint.ts'
import { addCase, openOffice, START, tokenIn } from './office.ts'
import { ADMIN, JOURNEY } from './sample-journey.ts'

const LIST = '/admin/account-request'
const CASE = `${LIST}/case-1`
const DAY = 24 * 60 * 60_000

const MASKING: Journey = {
  ...JOURNEY,
  admin: {
    ...ADMIN,
    columns: ['surname', 'email', 'status'],
    roles: {
      ...ADMIN.roles,
      masker: { see: 'all', mask: ['email'], reveal: true, move: [] },
      blind: { see: 'all', mask: ['email'], reveal: false, move: [] },
    },
    statuses: { ...ADMIN.statuses, received: { title: 'Received', ends: false, due: 5 * DAY } },
  },
}

describe('what a role sees masked', () => {
  test('is masked in the list and the case, and found by nobody who does not see it', async () => {
    const { get, search, signIn, store } = await openOffice(
      { journeyOf: async () => MASKING },
      MASKING,
    )
    await addCase(store, 1)
    const cookie = await signIn('jo', ['masker'])
    const list = await (await get(LIST, cookie)).text()
    expect(list).toContain('••••••om')
    expect(list).not.toContain('sam@example.com')
    const found = await (await search(LIST, cookie, { q: 'sam@' })).text()
    expect(found).toContain('No requests were found')
    const html = await (await get(CASE, cookie)).text()
    expect(html).not.toContain('sam@example.com')
    expect(lintPage(html, { back: true })).toEqual([])
    const whole = await (await get(CASE, await signIn('al', ['masker', 'adviser']))).text()
    expect(whole).toContain('sam@example.com')
  })

  test('is shown once to whoever says why, and that is recorded', async () => {
    const { get, post, signIn, store, audited } = await openOffice(
      { journeyOf: async () => MASKING },
      MASKING,
    )
    await addCase(store, 1)
    const cookie = await signIn('jo', ['masker'])
    const page = tokenIn(await (await get(CASE, cookie)).text())
    const empty = await post(CASE, cookie, { page, reason: ' ' })
    const again = await empty.text()
    expect([empty.status, again.includes('sam@example.com')]).toEqual([422, false])
    expect(again).toContain('Enter why you need to see what is hidden')
    const shown = await (await post(CASE, cookie, { page, reason: 'They rang us' })).text()
    expect(shown).toContain('sam@example.com')
    expect(lintPage(shown, { back: true })).toEqual([])
    expect((await audited()).find(({ act }) => act === 'reveal')).toMatchObject({
      by: 'jo',
      cases: ['case-1'],
      reason: 'They rang us',
    })
    expect(await (await get(CASE, cookie)).text()).not.toContain('sam@example.com')
  })

  test('stays so for a role that may not reveal, and for a post from elsewhere', async () => {
    const { get, post, signIn, store } = await openOffice(
      { journeyOf: async () => MASKING },
      MASKING,
    )
    await addCase(store, 1)
    const masker = await signIn('jo', ['masker'])
    const blind = await signIn('al', ['blind'])
    const html = await (await get(CASE, blind)).text()
    expect(html).not.toContain('Show what is hidden')
    const foreign = tokenIn(await (await get(CASE, masker)).text())
    for (const page of ['', foreign]) {
      const response = await post(CASE, blind, { page, reason: 'Because' })
      expect(response.status).toBeGreaterThanOrEqual(400)
      expect(await response.text()).not.toContain('sam@example.com')
    }
  })
})

describe('a status with a time in which it is due', () => {
  test('says until when, and that it is over', async () => {
    const { get, signIn, store, clock } = await openOffice(
      { journeyOf: async () => MASKING },
      MASKING,
    )
    await addCase(store, 1)
    const cookie = await signIn('jo', ['adviser'])
    expect(await (await get(CASE, cookie)).text()).toContain('8 May 2026')
    expect(await (await get(LIST, cookie)).text()).not.toContain('overdue')
    clock.now = START + 5 * DAY + 1
    const later = await signIn('jo', ['adviser'])
    expect(await (await get(LIST, later)).text()).toContain('Received (overdue)')
  })
})
