import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { clearPhone, deactivate, findAccountByEmail } from '../../src/accounts/account.ts'
import {
  answerForThemselves,
  goToGate,
  ROBIN,
  registerWhole,
  SAM,
  signIn,
  submit,
} from '../client/account-stories.ts'
import type { Resident } from '../client/resident.ts'
import { HOUR, MINUTE, startTestService, type TestService } from '../client/service.ts'

let service: TestService
beforeEach(async () => {
  service = await startTestService()
})
afterEach(() => service.close())

async function signedUp(person = SAM): Promise<Resident> {
  const resident = service.resident()
  await goToGate(resident)
  await registerWhole(resident, service, person, person === SAM ? 'text' : 'call')
  return resident
}

describe('what a person has sent', () => {
  it('is listed with its state, and shown as it was answered', async () => {
    const sam = await signedUp()
    await answerForThemselves(sam)
    const reference = await submit(sam)
    await sam.visit('/account')
    expect(sam.page.text).toContain(`Reference ${reference}, sent on 15 June 2026`)
    expect(sam.page.text).not.toContain('Your forms')
    await sam.follow(`Account Request ${reference}`)
    expect(sam.page.path).toBe(`/account/requests/${reference}`)
    for (const words of ['We have your request', '27 March 1951', 'NR1 3JU', 'My own', SAM.email])
      expect(sam.page.text).toContain(words)
  })

  it('has each of its sections once, as the page to check it had', async () => {
    const sam = await signedUp()
    await answerForThemselves(sam)
    const reference = await submit(sam)
    await sam.visit(`/account/requests/${reference}`)
    expect(sam.page.text.match(/About you/gu)).toHaveLength(1)
    expect(sam.page.text).toMatch(/About you .*1 High Street.* The record/u)
  })

  it('is not there for anybody else (R-ACL-02)', async () => {
    const sam = await signedUp()
    await answerForThemselves(sam)
    const reference = await submit(sam)
    const robin = await signedUp(ROBIN)
    await robin.visit(`/account/requests/${reference}`)
    expect(robin.page.status).toBe(404)
    expect(robin.page.html).not.toContain('1951')
    expect((await robin.visit('/account')).text).not.toContain(reference)
    const nobody = service.resident()
    expect((await nobody.visit(`/account/requests/${reference}`)).heading).toBe('Sign in')
  })
})

describe.each([
  [
    'lost its phone',
    (store: TestService['running']['store'], id: string) => clearPhone(store, id, service.now()),
  ],
  [
    'was closed',
    (store: TestService['running']['store'], id: string) => deactivate(store, id, service.now()),
  ],
])('a login that %s behind a session’s back (R-AUTH-27, R-SES-05, R-SES-07)', (_what, change) => {
  it('shows nothing of theirs any more, at the very next request', async () => {
    const sam = await signedUp()
    await answerForThemselves(sam)
    const reference = await submit(sam)
    await sam.visit('/account')
    const { store } = service.running
    const account = await findAccountByEmail(store, SAM.email)
    await change(store, account?.id ?? '')
    for (const path of ['/account', `/account/requests/${reference}`, '/account-request/done']) {
      await sam.visit(path)
      expect(sam.page.html, path).not.toContain(SAM.surname)
      expect(sam.page.html, path).not.toContain(reference)
    }
    expect((await sam.visit('/account')).heading).toBe('Sign in')
  })
})

it('R-WEB-14: whoever signs in comes back to a path of ours, and to none with a trick in it', async () => {
  await signedUp()
  service.pass(MINUTE)
  const sam = service.resident()
  await sam.visit('/account/requests/%5c%5cevil.example/more')
  await signIn(sam, service, SAM)
  expect(sam.page.path).toBe('/')
})

describe('a form that a person has begun', () => {
  it('is listed with the days that are left, and goes on where they were', async () => {
    const sam = await signedUp()
    await sam.press('Continue')
    service.pass(HOUR / 2)
    await sam.visit('/account')
    expect(sam.page.text).toContain('until 13 September 2026 (90 days left)')
    await sam.follow('Account Request')
    expect(sam.page.path).toBe('/account-request/whose-record')
  })

  it('is deleted after a page that asks, and only by its own page’s post', async () => {
    const sam = await signedUp()
    await sam.press('Continue')
    const path = '/account/forms/account-request/delete'
    const robin = await signedUp(ROBIN)
    await robin.visit('/account')
    await robin.follow(/^Delete this/u)
    const { body } = robin.formOf('Delete my answers')
    await sam.post(path, body)
    expect(sam.page.status).toBe(403)
    await sam.visit('/account')
    await sam.follow(/^Delete this/u)
    expect(sam.page.heading).toBe('Are you sure that you want to delete “Account Request”?')
    await sam.follow('No, keep them')
    expect(sam.page.text).toContain('Your forms')
    await sam.follow(/^Delete this/u)
    await sam.press('Delete my answers')
    expect(sam.page.path).toBe('/account')
    expect(sam.page.notices).toEqual(['We have deleted your answers to “Account Request”.'])
    expect(sam.page.text).not.toContain('Your forms')
    expect((await sam.visit(path)).path).toBe('/account')
    expect((await sam.visit('/account/forms/account-request/saved')).path).toBe('/account')
    expect((await robin.visit('/account')).text).toContain('Your forms')
  })
})
