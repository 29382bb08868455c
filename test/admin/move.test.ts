import { describe, expect, test } from 'vitest'
import { heldInputs } from '../../src/store/held-inputs.ts'
import { submissions } from '../../src/store/records.ts'
import { lintPage } from '../views/page-lint.ts'
import { addCase, openOffice, tokenIn } from './office.ts'

const CASE = '/admin/account-request/case-1'

describe('a move', () => {
  test('without questions is confirmed on a page of its own, and done by a post with its token (R-ACL-05)', async () => {
    const { get, post, signIn, store } = await openOffice()
    await addCase(store, 1)
    const jo = await signIn('jo', ['activator'])
    const asked = await (await get(`${CASE}/activate`, jo)).text()
    expect(asked).toContain('Activate?</h1>')
    expect(lintPage(asked, { back: true })).toEqual([])
    expect((await store.read(submissions, 'case-1'))?.value.status).toBe('received')
    const done = await post(`${CASE}/activate`, jo, { page: tokenIn(asked) })
    expect([done.status, done.headers.get('location')]).toEqual([303, CASE])
    expect((await store.read(submissions, 'case-1'))?.value).toMatchObject({
      status: 'activated',
      history: [{ by: 'jo', move: 'activate', to: 'activated' }],
    })
    const html = await (await get(CASE, jo)).text()
    expect(html).toContain('It is now: Activated.')
    expect(html).toContain('Activated, by jo Jones on 3 May 2026 at 10am')
    expect(html).not.toContain(`${CASE}/`)
    expect(await (await get(CASE, jo)).text()).not.toContain('It is now:')
  })

  test('asks its questions again in place when an answer is wrong', async () => {
    const { get, post, signIn, store } = await openOffice()
    await addCase(store, 1)
    const jo = await signIn('jo', ['activator'])
    const page = tokenIn(await (await get(`${CASE}/reject`, jo)).text())
    const empty = await post(`${CASE}/reject`, jo, { page, note: '' })
    const html = await empty.text()
    expect(empty.status).toBe(422)
    expect(html).toContain('href="#note"')
    expect(lintPage(html, { kind: 'question', errors: true })).toEqual([])
    const long = await post(`${CASE}/reject`, jo, { page, note: 'far too long to be right' })
    expect(await long.text()).toContain('far too long to be right</textarea>')
    const right = await post(`${CASE}/reject`, jo, { page, note: 'No <proof>', other: 'x' })
    expect(right.status).toBe(303)
    expect((await store.read(submissions, 'case-1'))?.value.history[0]?.asked).toEqual({
      note: 'No <proof>',
    })
    expect(await (await get(CASE, jo)).text()).toContain('No &lt;proof&gt;')
  })

  test('pressed twice happens once, and both presses end alike', async () => {
    const { get, post, signIn, store } = await openOffice()
    await addCase(store, 1)
    const jo = await signIn('jo', ['activator'])
    const page = tokenIn(await (await get(`${CASE}/activate`, jo)).text())
    const both = await Promise.all([1, 2].map(() => post(`${CASE}/activate`, jo, { page })))
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    expect((await store.read(submissions, 'case-1'))?.value.history).toHaveLength(1)
    expect(await (await get(CASE, jo)).text()).toContain('It is now: Activated.')
  })

  test('says so when a colleague was faster', async () => {
    const { get, post, signIn, store } = await openOffice()
    await addCase(store, 1)
    const jo = await signIn('jo', ['activator'])
    const al = await signIn('al', ['activator'])
    const mine = tokenIn(await (await get(`${CASE}/activate`, jo)).text())
    const theirs = tokenIn(await (await get(`${CASE}/activate`, al)).text())
    await post(`${CASE}/activate`, al, { page: theirs })
    expect((await post(`${CASE}/activate`, jo, { page: mine })).status).toBe(303)
    const html = await (await get(CASE, jo)).text()
    expect(html).toContain('the case has been moved already')
    expect((await store.read(submissions, 'case-1'))?.value.history).toHaveLength(1)
    expect((await get(`${CASE}/reject`, jo)).headers.get('location')).toBe(CASE)
  })

  test('needs the right to it and the token of this very session (R-WEB-01, R-ACL-01)', async () => {
    const { get, post, signIn, store } = await openOffice()
    await addCase(store, 1)
    const jo = await signIn('jo', ['activator'])
    const clerk = await signIn('cl', ['clerk'])
    const theirs = tokenIn(await (await get(`${CASE}/reject`, clerk)).text())
    expect((await post(`${CASE}/activate`, clerk, { page: theirs })).status).toBe(404)
    expect((await post(`${CASE}/activate`, jo, { page: theirs })).status).toBe(403)
    expect((await post(`${CASE}/activate`, jo, {})).status).toBe(403)
    expect((await store.read(submissions, 'case-1'))?.value.status).toBe('received')
  })

  test('that could not be done says why, and keeps what was typed', async () => {
    const runMove = async () => ({ status: 'not-possible', words: 'It has no login.' }) as const
    const { get, post, signIn, store } = await openOffice({ runMove })
    await addCase(store, 1)
    const jo = await signIn('jo', ['*'])
    const page = tokenIn(await (await get(`${CASE}/reject`, jo)).text())
    const response = await post(`${CASE}/reject`, jo, { page, note: 'No proof' })
    const html = await response.text()
    expect(response.status).toBe(422)
    expect(html).toContain('It has no login.')
    expect(html).toContain('No proof</textarea>')
  })

  test('keeps what was typed when the session had ended, for the same account only, until it is done (R-REL-12)', async () => {
    const { get, post, signIn, store, clock } = await openOffice()
    await addCase(store, 1)
    const before = await signIn('jo', ['*'])
    const page = tokenIn(await (await get(`${CASE}/reject`, before)).text())
    clock.now += 31 * 60_000
    const late = await post(`${CASE}/reject`, before, { page, note: 'No proof' })
    expect(late.status).toBe(303)
    expect(late.headers.get('location')).not.toContain(CASE)
    expect((await store.read(submissions, 'case-1'))?.value.status).toBe('received')

    const other = await signIn('al', ['*'])
    expect(await (await get(`${CASE}/reject`, other)).text()).not.toContain('No proof')
    const again = await signIn('jo', ['*'])
    const html = await (await get(`${CASE}/reject`, again)).text()
    expect(html).toContain('No proof</textarea>')
    expect(html).toContain('We have kept what you typed')
    const sent = { page: tokenIn(html), note: 'No proof' }
    expect((await post(`${CASE}/reject`, again, sent)).status).toBe(303)
    expect((await store.read(submissions, 'case-1'))?.value.status).not.toBe('received')
    expect(await store.ids(heldInputs)).toEqual([])
  })
})
