import { describe, expect, test } from 'vitest'
import { submissions } from '../../src/store/records.ts'
import { addCase, openOffice, START, tokenIn } from './office.ts'

const CASE = '/admin/account-request/case-1'

describe('what staff look at and do', () => {
  test('is recorded: who, as what, when and which cases, never an answer (R-AUD-01, R-AUD-02)', async () => {
    const { get, post, search, signIn, store, audited } = await openOffice()
    await addCase(store, 1)
    const jo = await signIn('jo', ['activator'])
    await get('/admin', jo)
    await search('/admin/account-request', jo, { q: 'taylor' })
    await get(CASE, jo)
    const page = tokenIn(await (await get(`${CASE}/reject`, jo)).text())
    await post(`${CASE}/reject`, jo, { page, note: 'No proof' })
    const records = await audited()
    const about = { by: 'jo', roles: ['activator'], at: START, network: '127.0.0.0/24' }
    const cases = ['case-1']
    expect(records).toMatchObject([
      { ...about, act: 'home', cases: [] },
      { ...about, act: 'list', journey: 'account-request', cases, searched: false },
      { ...about, act: 'list', journey: 'account-request', cases, searched: true },
      { ...about, act: 'case', cases, fields: 'all' },
      { ...about, act: 'move-page', move: 'reject', cases },
      { ...about, act: 'move', move: 'reject', cases },
    ])
    expect(records.every(({ request }) => request !== '')).toBe(true)
    expect(JSON.stringify(records)).not.toMatch(/Taylor|taylor|sam@|No proof/u)
  })

  test('is refused where it cannot be recorded, and nothing of it is shown or done (R-AUD-01)', async () => {
    const { get, post, signIn, store, breaking } = await openOffice()
    await addCase(store, 1)
    const jo = await signIn('jo', ['*'])
    const page = tokenIn(await (await get(`${CASE}/reject`, jo)).text())
    breaking.audit = true
    for (const path of ['/admin', '/admin/account-request', CASE, `${CASE}/reject`]) {
      const response = await get(path, jo)
      expect(response.status, path).toBe(503)
      expect(await response.text()).not.toMatch(/Taylor|HDJ2/u)
    }
    expect((await post(`${CASE}/reject`, jo, { page, note: 'No' })).status).toBe(503)
    expect((await store.read(submissions, 'case-1'))?.value.status).toBe('received')
  })
})
