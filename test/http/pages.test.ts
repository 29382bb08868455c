import { brotliCompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Step } from '../../src/journey/journey.ts'
import { renderErrorPage } from '../../src/views/render-pages.ts'
import { type ErrorStatus, wordsOf } from '../../src/views/words.ts'
import type { Resident } from '../client/resident.ts'
import { seePage } from '../client/seen-page.ts'
import { startTestService, type TestService } from '../client/service.ts'
import { createWatch, type Watch, watched } from '../client/watched.ts'
import { htmlFaults } from '../views/html-validator.ts'
import { hasJava, nuFaults } from '../views/nu-checker.ts'
import { lintPage } from '../views/page-lint.ts'
import { FRAME } from '../views/samples.ts'
import {
  walkAccountChanges,
  walkAccountRequest,
  walkBlueBadge,
  walkChoice,
  walkDoubleLogin,
  walkLostMailbox,
  walkNewPassword,
  walkSaving,
  walkSignIn,
  walkSite,
  walkStaff,
} from './page-walks.ts'

// A walk is many pages, each of them also posted empty.
vi.setConfig({ testTimeout: 60_000 })

let service: TestService
let watch: Watch
const someone = (): Resident => watched(service.resident(), watch)

beforeAll(async () => {
  service = await startTestService()
  watch = createWatch(service.running.journeys)
})
afterAll(() => service.close())

describe('the pages of every journey', () => {
  it('are walked: the account request, for oneself and for somebody else', () =>
    walkAccountRequest(service, someone))

  it('are walked: saving for later, coming back, and deleting it', () =>
    walkSaving(service, someone))

  it('are walked: answers of before and after signing in, of which one chooses', () =>
    walkChoice(service, someone))

  it('are walked: those of the site, and those that say what went wrong', async () => {
    await walkSite(service, someone)
    const refused = [...watch.pages.values()].map(({ status }) => status).filter((one) => one > 399)
    for (const status of [403, 404, 413, 415]) expect(refused).toContain(status)
  })

  it('are walked: signing in by call, with a password that is not right, and locked', () =>
    walkSignIn(service, someone))

  it('are walked: an address that has a login already', () => walkDoubleLogin(service, someone))

  it('are walked: a new password', () => walkNewPassword(service, someone))

  it('are walked: a mailbox that cannot be read any more', () => walkLostMailbox(service, someone))

  it('are walked: staff, who clear a phone number that is lost, and its new one', () =>
    walkStaff(service, someone))

  it('are walked: another name and email address, and an account that is closed', () =>
    walkAccountChanges(service, someone))

  it('are walked: the blue badge, by all its branches', () => walkBlueBadge(service, someone))

  it('are all of them: no step was left out', () => {
    const steps = [...service.running.journeys.values()].flatMap(({ id, steps }) =>
      steps.map((step) => ({ step, place: `${id}/${step.id}` })),
    )
    const left = steps.filter(({ place }) => !watch.seen.has(place)).map(({ place }) => place)
    // Seen only by whoever presses in the very moment in which somebody else uses the same link up.
    expect(left).toEqual(['login/invitation-over'])
    const asking = steps.filter(({ step }) => asks(step)).map(({ place }) => place)
    expect(asking.filter((place) => !watch.withErrors.has(place))).toEqual([])
  })

  it('keep the checklist of pages, as they are, with errors, on the check page and at the end', () => {
    expect([...new Set(watch.faults)]).toEqual([])
  })

  it('have their links for help in one order (P24, WCAG 3.2.6)', () => {
    expect([...watch.helps]).toHaveLength(1)
  })

  it('are there for every status that a request can end with', () => {
    for (const status of Object.keys(wordsOf('en').errors).map(Number) as ErrorStatus[]) {
      const html = renderErrorPage(FRAME, { status, reference: 'a1b2', contact: '0344 800 8020' })
      watch.pages.set(`refusal ${status}`, seePage({ status, headers: new Headers() }, '/', html))
      expect(lintPage(html)).toEqual([])
    }
  })

  it('are read after one round trip: 14 kB of HTML at most, and 4.6 kB compressed beside a style sheet of 10', () => {
    for (const [key, { html }] of watch.pages) {
      if (key.startsWith('dev/')) continue
      expect(html.length, key).toBeLessThanOrEqual(14_000)
      expect(brotliCompressSync(html).length, key).toBeLessThanOrEqual(4_600)
    }
  })

  it('are right for html-validate', () => {
    const faults = [...watch.pages].flatMap(([key, { html }]) =>
      htmlFaults(html).map((fault) => `${key}: ${fault}`),
    )
    expect(faults).toEqual([])
    expect(htmlFaults('<p><div></div></p>')).not.toEqual([])
  })

  it.skipIf(!hasJava)(
    hasJava ? 'are right for the Nu checker' : 'are not shown to the Nu checker: there is no Java',
    () => {
      const pages = new Map([...watch.pages].map(([key, { html }]) => [key, html]))
      const control = new Map([['control', '<!doctype html><title>x</title><p></div>']])
      const faults = nuFaults(new Map([...pages, ...control]))
      expect(faults.filter((fault) => !fault.startsWith('control'))).toEqual([])
      expect(faults.filter((fault) => fault.startsWith('control'))).not.toEqual([])
    },
    120_000,
  )
})

/** Whether an empty post of the step is refused. */
function asks(step: Step): boolean {
  return step.entries.some(
    (entry) => entry.is === 'field' && entry.field.required && !entry.readOnly && !entry.when,
  )
}
