import { afterEach, beforeEach, expect, it } from 'vitest'
import { goToGate, registerWhole, SAM } from '../client/account-stories.ts'
import type { Resident } from '../client/resident.ts'
import { HOUR, MINUTE, startTestService, type TestService } from '../client/service.ts'
import { attribute, isA, textOf } from '../views/dom.ts'

let service: TestService
beforeEach(async () => {
  service = await startTestService()
})
afterEach(() => service.close())

/** Minutes from the page to its warning; undefined: it will not warn. */
function warningIn({ page }: Resident): number | undefined {
  const dialog = page.dom.elements.find((one) => isA(one, 'dialog'))
  return dialog && Number(attribute(dialog, 'data-after')) / MINUTE
}

async function signedIn(): Promise<Resident> {
  const sam = service.resident()
  await goToGate(sam)
  expect(warningIn(sam)).toBeUndefined()
  await registerWhole(sam, service, SAM)
  return sam
}

/** What the page's script asks when somebody stays: minutes to the next warning. */
async function stay(sam: Resident): Promise<number> {
  return Number((await sam.visit('/account/stay-signed-in')).html) / MINUTE
}

it('warns two minutes before a session ends that nobody uses, and staying puts it off (WCAG 2.2.1)', async () => {
  const sam = await signedIn()
  expect(warningIn(sam)).toBe(58)
  service.pass(58 * MINUTE)
  expect(await stay(sam)).toBe(58)
  service.pass(59 * MINUTE)
  expect((await sam.visit('/account')).heading).toBe('Your account')
  service.pass(61 * MINUTE)
  expect(await stay(sam)).toBeGreaterThan(24 * 60)
  expect((await sam.visit('/account')).heading).toBe('Sign in')
})

it('says when it cannot be put off: nobody is signed in for more than 12 hours (R-SES-03)', async () => {
  const sam = await signedIn()
  for (let hours = 0; hours < 11; hours++) {
    service.pass(HOUR - MINUTE)
    await sam.visit('/account')
  }
  service.pass(30 * MINUTE)
  await sam.visit('/account')
  const dialog = sam.page.dom.elements.find((one) => isA(one, 'dialog'))
  expect(warningIn(sam)).toBeLessThan(58)
  const content = (dialog && attribute(dialog, 'data-show')) ?? ''
  expect(content).toContain('You have been signed in for a long time')
  expect(content).toContain('>Close this message</button>')
  // Browsers that know no dialog, and those of text, show what stands in it.
  expect(dialog && textOf(dialog)).toBe('')
})

it('R-SES-04: asks the browser to forget also when the session has ended by itself', async () => {
  const cleared: (string | null)[] = []
  const watched = await startTestService({
    watch: (url, { headers }) => {
      if (url.endsWith('/log-out')) cleared.push(headers.get('clear-site-data'))
    },
  })
  const sam = watched.resident()
  await goToGate(sam)
  await registerWhole(sam, watched, SAM)
  watched.pass(61 * MINUTE)
  await sam.press(/^Sam Taylor/u)
  expect(sam.page.path).toBe('/')
  expect(cleared).toEqual(['"cache", "storage"'])
  await watched.close()
})
