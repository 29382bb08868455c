import { expect, it } from 'vitest'
import { startTestService } from '../client/service.ts'
import { walkAccountRequest, walkBlueBadge } from '../http/page-walks.ts'
import { htmlFaults } from '../views/html-validator.ts'
import { lintPage } from '../views/page-lint.ts'

it('every page of a walk tells why it is as it is, meets the checklist with it, and tells no secret', async () => {
  const answers = new Map<string, Response>()
  const service = await startTestService({
    env: { FOR_AUTHORS: 'yes' },
    watch: (url, response) => {
      const { pathname } = new URL(url)
      if (response.status < 300 || response.status === 422)
        answers.set(`${pathname} ${response.status}`, response.clone())
    },
  })
  const someone = () => service.resident()
  await walkAccountRequest(service, someone)
  await walkBlueBadge(service, someone)
  const pages = [...answers].filter(([at]) => {
    const [, id = '', step] = at.split(/[/ ]/u)
    return step !== undefined && !/^\d+$/u.test(step) && service.running.journeys.has(id)
  })
  expect(pages.length).toBeGreaterThan(40)
  for (const [at, response] of pages) {
    const html = await response.text()
    const aside = /<section class="fp-dev"[\s\S]*<\/section>/u.exec(html)?.[0] ?? ''
    expect([at, aside.includes('The way here')]).toEqual([at, true])
    expect(aside).not.toMatch(/undefined|\[object|\b\d{6}\b|kettle/u)
    // For whom a box is filled in is looked at where the walks are about residents' pages: F18.
    const faults = lintPage(html).filter(({ rule }) => rule !== 'F18')
    expect([at, faults, htmlFaults(aside)]).toEqual([at, [], []])
  }
  await service.close()
}, 120_000)
