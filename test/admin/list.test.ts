import { describe, expect, test } from 'vitest'
import { attribute, isA, readPage, textOf } from '../views/dom.ts'
import { lintPage } from '../views/page-lint.ts'
import { addAccount, addCase, openOffice } from './office.ts'

describe('the list', () => {
  const rowsIn = (html: string) =>
    readPage(html)
      .elements.filter((one) => isA(one, 'tbody'))
      .flatMap((body) => body.childNodes.filter((node) => 'tagName' in node))
      .map((row) => ('tagName' in row ? textOf(row) : ''))

  test('has a row for each case, newest first, with the columns of the definition', async () => {
    const { get, signIn, store } = await openOffice()
    await addAccount(store, 'sam', [])
    await addCase(store, 1)
    await addCase(store, 2, { account: 'sam', status: 'activated' })
    const html = await (await get('/admin/account-request', await signIn('jo', ['*']))).text()
    const headings = readPage(html).elements.filter((one) => attribute(one, 'scope') === 'col')
    expect(headings.map(textOf)).toEqual([
      'Reference',
      'Sent',
      'Surname',
      'Status',
      'Whose record',
      'Login',
    ])
    expect(rowsIn(html)).toEqual([
      'HDJ2-1002 3 May 2026 at 10am Taylor Activated Someone else’s sam Jonessam@example.com',
      'HDJ2-1001 3 May 2026 at 10am Taylor Received Someone else’s',
    ])
    expect(html).toContain('href="/admin/account-request/case-2"')
    // F03: a search is a GET on purpose, so that its address can be kept.
    expect(lintPage(html).map(({ rule }) => rule)).toEqual(['F03'])
  })

  test('is filtered by status and searched by reference or part of an answer', async () => {
    const { get, signIn, store } = await openOffice()
    await addAccount(store, 'kim', [])
    await addCase(store, 1)
    await addCase(store, 2, { status: 'activated', answers: { surname: 'O’Brien' } })
    await addCase(store, 3, { account: 'kim' })
    const jo = await signIn('jo', ['*'])
    const found = async (query: string) => {
      const html = await (await get(`/admin/account-request?${query}`, jo)).text()
      return rowsIn(html).map((row) => row.slice(0, 9))
    }
    expect(await found('status=activated')).toEqual(['HDJ2-1002'])
    expect(await found('q=hdj21001')).toEqual(['HDJ2-1001'])
    expect(await found('q=HDJ2')).toEqual([])
    expect(await found(`q=${encodeURIComponent('o’br')}`)).toEqual(['HDJ2-1002'])
    expect(await found('q=KIM@example.com')).toEqual(['HDJ2-1003'])
    expect(await found('status=received&q=o’br')).toEqual([])
    expect((await get('/admin/account-request?status=gone', jo)).status).toBe(400)
  })

  test('finds nothing by what somebody may not see, and does not show it (R-ACL-03)', async () => {
    const { get, signIn, store } = await openOffice()
    await addCase(store, 1)
    const clerk = await signIn('cl', ['clerk'])
    const html = await (await get('/admin/account-request', clerk)).text()
    expect(html).toContain('Someone else’s')
    expect(html).not.toContain('Taylor')
    expect(rowsIn(await (await get('/admin/account-request?q=taylor', clerk)).text())).toEqual([])
    expect(
      rowsIn(await (await get('/admin/account-request?q=HDJ2-1001', clerk)).text()),
    ).toHaveLength(1)
  })

  test('has 50 cases to a page, and leads on from there', async () => {
    const { get, signIn, store } = await openOffice()
    for (let number = 1; number <= 51; number++) await addCase(store, number)
    const jo = await signIn('jo', ['*'])
    const first = await (await get('/admin/account-request?q=taylor', jo)).text()
    expect(rowsIn(first)).toHaveLength(50)
    expect(first).toContain('href="/admin/account-request?q=taylor&amp;page=2"')
    const last = await (await get('/admin/account-request?page=2', jo)).text()
    expect(rowsIn(last).map((row) => row.slice(0, 9))).toEqual(['HDJ2-1001'])
    const beyond = await get('/admin/account-request?page=9', jo)
    expect(beyond.headers.get('location')).toBe('/admin/account-request?page=2')
  })
})
