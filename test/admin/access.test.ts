import { describe, expect, test } from 'vitest'
import { findSession, startSession } from '../../src/accounts/sessions.ts'
import { isA, readPage, textOf } from '../views/dom.ts'
import { lintPage } from '../views/page-lint.ts'
import { addAccount, addCase, openOffice, START } from './office.ts'

const MINUTE = 60_000
const CASE = '/admin/account-request/case-1'

describe('who may come in', () => {
  test('nobody who is not signed in: they go through the sign-in, and back', async () => {
    const { get, store } = await openOffice()
    const { session, token } = await startSession(store, START)
    const response = await get(CASE, `session=${token}`)
    expect([response.status, response.headers.get('location')]).toEqual([303, '/login'])
    const kept = await findSession(store, token, START)
    expect(kept?.id).toBe(session.id)
    expect(kept?.callers).toEqual([{ called: 'login', href: CASE }])
  })

  test('nobody without a role: the page says so', async () => {
    const { get, signIn } = await openOffice()
    const response = await get('/admin', await signIn('sam', [], false))
    expect(response.status).toBe(403)
    expect(await response.text()).toContain('You cannot use this page')
  })

  test('staff find the way to their pages on every page, and residents do not', async () => {
    const { get, signIn } = await openOffice()
    const way = '<a class="fp-header__link" href="/admin">Staff pages</a>'
    const staff = await get('/', await signIn('jo', ['*']))
    expect(await staff.text()).toContain(way)
    const resident = await get('/', await signIn('sam', [], false))
    expect(await resident.text()).not.toContain(way)
  })

  test('a role is read anew for every request (R-SES-07)', async () => {
    const { get, signIn, store } = await openOffice()
    const cookie = await signIn('jo', ['*'])
    expect((await get('/admin', cookie)).status).toBe(200)
    await addAccount(store, 'jo', [])
    expect((await get('/admin', cookie)).status).toBe(403)
  })

  test('nobody whose login was closed or got another password since (R-SES-05, R-AUTH-27)', async () => {
    const { get, signIn, store } = await openOffice()
    const cookie = await signIn('jo', ['*'])
    await addAccount(store, 'jo', ['*'], { closedAt: START })
    expect((await get('/admin', cookie)).headers.get('location')).toBe('/login')
    await addAccount(store, 'jo', ['*'], { credentials: 2 })
    expect((await get('/admin', cookie)).headers.get('location')).toBe('/login')
  })

  test('who got a role while signed in has the limits of staff from then on, under a new cookie (R-SES-02, R-SES-03)', async () => {
    const { get, signIn, store, clock } = await openOffice()
    const cookie = await signIn('jo', ['*'], false)
    const response = await get('/admin', cookie)
    expect(response.status).toBe(200)
    const renewed = /session=([^;]+)/u.exec(response.headers.get('set-cookie') ?? '')?.[1] ?? ''
    expect(await findSession(store, cookie.slice('session='.length), START)).toBeUndefined()
    expect(await findSession(store, renewed, START + 29 * MINUTE)).toBeDefined()
    clock.now = START + 31 * MINUTE
    expect((await get('/admin', `session=${renewed}`)).headers.get('location')).toBe('/login')
  })

  test('a journey and a case that are not theirs are not found (R-ACL-02)', async () => {
    const { get, signIn, store } = await openOffice()
    await addCase(store, 1)
    await addCase(store, 2, { journey: 'other' })
    const stranger = await signIn('al', ['of-another-journey'])
    const all = await signIn('jo', ['*'])
    for (const path of ['/admin/account-request', CASE, `${CASE}/activate`])
      expect((await get(path, stranger)).status, path).toBe(404)
    for (const path of ['case-2', 'case-9', '..%2f..%2fpackage', '__proto__'])
      expect((await get(`/admin/account-request/${path}`, all)).status, path).toBe(404)
    expect((await get('/admin/nowhere', all)).status).toBe(404)
    expect((await get('/admin/broken', all)).status).toBe(503)
  })
})

describe('the first page', () => {
  test('counts the cases that are open, of the journeys that somebody may see', async () => {
    const { get, signIn, store } = await openOffice()
    await addCase(store, 1)
    await addCase(store, 2)
    await addCase(store, 3, { status: 'activated' })
    const html = await (await get('/admin', await signIn('jo', ['adviser']))).text()
    const cells = readPage(html)
      .elements.filter((one) => isA(one, 'td'))
      .map(textOf)
    expect(html).toContain('href="/admin/account-request"')
    expect(cells).toEqual(['2'])
    expect(lintPage(html)).toEqual([])
    expect(await (await get('/admin', await signIn('al', ['else']))).text()).not.toContain(
      'account-request',
    )
  })
})
