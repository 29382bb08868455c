import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { renderErrorPage } from '../../src/views/render-pages.ts'
import { type ErrorStatus, wordsOf } from '../../src/views/words.ts'
import { startTestService, type TestService } from '../client/service.ts'
import { htmlFaults } from './html-validator.ts'
import { hasJava, nuFaults } from './nu-checker.ts'
import { lintPage } from './page-lint.ts'
import { FRAME } from './samples.ts'

vi.setConfig({ testTimeout: 120_000 })

/** Every step of every journey that ships, in each state that its preview knows, and the pages around them: in Welsh. */
const pages = new Map<string, string>()
let service: TestService
beforeAll(async () => {
  service = await startTestService()
  const get = async (path: string) => {
    const headers = { cookie: 'language=cy' }
    const response = await service.running.app.request(service.origin + path, { headers })
    return response.text()
  }
  for (const { id } of service.running.forms.journeys) {
    const list = await get(`/dev/${id}/preview`)
    for (const [, href = ''] of list.matchAll(/href="(\/dev\/[^"]*\/preview\/cy\/[^"]*)"/gu))
      pages.set(href, await get(href))
  }
  const ids = service.running.forms.pages.map(({ id }) => `/pages/${id}`)
  for (const path of ['/', '/nowhere', ...ids]) pages.set(path, await get(path))
  for (const status of Object.keys(wordsOf('cy').errors).map(Number) as ErrorStatus[])
    pages.set(`refusal ${status}`, renderErrorPage({ ...FRAME, language: 'cy' }, { status }))
}, 120_000)
afterAll(() => service.close())

describe('the pages in Welsh', () => {
  it('are all there, and say that they are', () => {
    expect(pages.size).toBeGreaterThan(250)
    const others = [...pages].filter(([, html]) => !html.includes('<html lang="cy"'))
    expect(others.map(([key]) => key)).toEqual([])
  })

  it('those of the site, and those that say what went wrong, keep the checklist', () => {
    for (const [key, html] of pages)
      if (!key.startsWith('/dev/') && !key.startsWith('refusal'))
        expect([key, lintPage(html, { language: 'cy' })]).toEqual([key, []])
  })

  it('are right for html-validate in every state', () => {
    const faults = [...pages].flatMap(([key, html]) =>
      htmlFaults(html).map((fault) => `${key}: ${fault}`),
    )
    expect(faults).toEqual([])
  })

  it.skipIf(!hasJava)(
    hasJava ? 'are right for the Nu checker' : 'are not shown to the Nu checker: there is no Java',
    () => {
      expect(nuFaults(pages)).toEqual([])
    },
  )
})
