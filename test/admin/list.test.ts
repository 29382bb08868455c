import { describe, expect, test } from 'vitest'
import { attribute, isA, readPage, textOf } from '../views/dom.ts'
import { lintPage } from '../views/page-lint.ts'
import { addAccount, addCase, openOffice, tokenIn } from './office.ts'

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
    expect(lintPage(html)).toEqual([])
  })

  test('is filtered by status and searched by reference or part of an answer', async () => {
    const { get, search, signIn, store } = await openOffice()
    await addAccount(store, 'kim', [])
    await addCase(store, 1)
    await addCase(store, 2, { status: 'activated', answers: { surname: 'O’Brien' } })
    await addCase(store, 3, { account: 'kim' })
    const jo = await signIn('jo', ['*'])
    const found = async (form: Record<string, string>) => {
      const html = await (await search('/admin/account-request', jo, form)).text()
      return rowsIn(html).map((row) => row.slice(0, 9))
    }
    expect(await found({ status: 'activated' })).toEqual(['HDJ2-1002'])
    expect(await found({ q: 'hdj21001' })).toEqual(['HDJ2-1001'])
    expect(await found({ q: 'HDJ2' })).toEqual([])
    expect(await found({ q: ' o’br ' })).toEqual(['HDJ2-1002'])
    expect(await found({ q: 'KIM@example.com' })).toEqual(['HDJ2-1003'])
    expect(await found({ status: 'received', q: 'o’br' })).toEqual([])
    expect((await get('/admin/account-request?status=gone', jo)).status).toBe(400)
    expect((await search('/admin/account-request', jo, { status: 'gone' })).status).toBe(400)
    const endless = { q: 'x'.repeat(201) }
    expect((await search('/admin/account-request', jo, endless)).status).toBe(400)
  })

  test('is searched by an address that holds no name, and only through its own form (R-WEB-01)', async () => {
    const { get, post, signIn, store } = await openOffice()
    await addCase(store, 1)
    const jo = await signIn('jo', ['*'])
    const page = tokenIn(await (await get('/admin/account-request', jo)).text())
    const sent = await post('/admin/account-request', jo, { page, q: 'taylor' })
    const address = sent.headers.get('location') ?? ''
    expect(address).toMatch(/^\/admin\/account-request\?find=[\w-]+$/u)
    expect(Buffer.from(address, 'base64url').toString('latin1')).not.toContain('taylor')
    expect(rowsIn(await (await get(address, jo)).text())).toHaveLength(1)
    const spoilt = `${address.slice(0, -2)}${address.endsWith('AA') ? 'BB' : 'AA'}`
    expect((await get(spoilt, jo)).status).toBe(400)
    expect((await post('/admin/account-request', jo, { q: 'taylor' })).status).toBe(403)
  })

  test('finds nothing by what somebody may not see, and does not show it (R-ACL-03)', async () => {
    const { get, search, signIn, store } = await openOffice()
    await addCase(store, 1)
    const clerk = await signIn('cl', ['clerk'])
    const html = await (await get('/admin/account-request', clerk)).text()
    expect(html).toContain('Someone else’s')
    expect(html).not.toContain('Taylor')
    const found = async (q: string) =>
      rowsIn(await (await search('/admin/account-request', clerk, { q })).text())
    expect(await found('taylor')).toEqual([])
    expect(await found('HDJ2-1001')).toHaveLength(1)
  })

  test('has 50 cases to a page, and leads on from there', async () => {
    const { get, search, signIn, store } = await openOffice()
    for (let number = 1; number <= 51; number++) await addCase(store, number)
    const jo = await signIn('jo', ['*'])
    const first = await (await search('/admin/account-request', jo, { q: 'taylor' })).text()
    expect(rowsIn(first)).toHaveLength(50)
    const older = /href="([^"]+)"[^>]*>Older/u.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect(rowsIn(await (await get(older, jo)).text())).toHaveLength(1)
    const last = await (await get('/admin/account-request?page=2', jo)).text()
    expect(rowsIn(last).map((row) => row.slice(0, 9))).toEqual(['HDJ2-1001'])
    const beyond = await get('/admin/account-request?page=9', jo)
    expect(beyond.headers.get('location')).toBe('/admin/account-request?page=2')
  })
})
