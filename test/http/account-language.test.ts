import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  answerForThemselves,
  goToGate,
  registerWhole,
  SAM,
  signIn,
  submit,
} from '../client/account-stories.ts'
import type { Resident } from '../client/resident.ts'
import { HOUR, startTestService, type TestService } from '../client/service.ts'
import { addStaffMember } from '../client/staff-stories.ts'

let service: TestService
beforeEach(async () => {
  service = await startTestService()
})
afterEach(() => service.close())

const DAY = 24 * HOUR

async function signedUp(): Promise<Resident> {
  const sam = service.resident()
  await goToGate(sam)
  await registerWhole(sam, service, SAM)
  return sam
}

const htmlLanguage = ({ page }: Resident) => /<html lang="([a-z]+)"/u.exec(page.html)?.[1]

describe('a language that somebody chose while they were signed in', () => {
  it('is that of what staff send later, whatever the request was written in', async () => {
    const sam = await signedUp()
    await answerForThemselves(sam)
    const reference = await submit(sam)
    expect((await service.messageTo(SAM.email)).subject).toBe('We have your account request')
    await sam.visit('/account?lang=cy')
    const staff = await addStaffMember(service)
    await staff.visit('/admin/account-request')
    await staff.follow(reference)
    await staff.follow('Activate')
    await staff.press('Activate')
    const email = await service.messageTo(SAM.email)
    expect(email.html).toContain('lang="cy"')
    expect(email.subject).toBe('Eich Cyfrif Gofal Cymdeithasol Ar-lein yn weithredol')
    // And how it stands, where they look.
    await sam.visit('/account')
    expect(sam.page.text).toContain('Mae eich cyfrif yn weithredol')
    await sam.visit(`/account/requests/${reference}`)
    expect(sam.page.text).toContain('Mae eich cyfrif yn weithredol')
  })

  it('is that of a reminder of answers that are not sent', async () => {
    const sam = await signedUp()
    await sam.press('Continue')
    await sam.visit('/account?lang=cy')
    service.pass(84 * DAY)
    await service.restart()
    const email = await service.messageTo(SAM.email)
    expect([email.subject, email.html?.includes('lang="cy"')]).toEqual([
      'Byddwn yn dileu eich cais am gyfrif cyn bo hir',
      true,
    ])
  })

  it('is there again when they sign in on another device, until they choose there', async () => {
    const sam = await signedUp()
    await sam.visit('/account?lang=cy')
    const other = service.resident()
    await other.visit('/account')
    expect(htmlLanguage(other)).toBe('en')
    service.pass(HOUR / 2)
    await signIn(other, service, SAM)
    expect(htmlLanguage(other)).toBe('cy')
    await other.visit('/account?lang=en')
    expect(htmlLanguage(other)).toBe('en')
    // The first one chose in its own browser.
    await sam.visit('/account')
    expect(htmlLanguage(sam)).toBe('cy')
  })

  it('is that of a warning, and not that of who guesses passwords', async () => {
    const sam = await signedUp()
    await sam.visit('/account?lang=cy')
    const guesser = service.resident()
    await guesser.visit('/login/sign-in')
    for (let tries = 0; tries < 10; tries += 1) {
      guesser.fill('Email address', SAM.email)
      guesser.fill('Password', `wrong guess ${tries}`)
      await guesser.press('Sign in')
    }
    const email = await service.messageTo(SAM.email)
    expect(email.subject).toBe('Nid oedd rhywun yn gallu mewngofnodi i’ch cyfrif')
  })

  it('is nobody else’s in the same browser once they have logged out', async () => {
    const sam = await signedUp()
    expect(htmlLanguage(sam)).toBe('en')
    await sam.visit('/account?lang=cy')
    await sam.press(/allgofnodi$/u)
    sam.cookies.take(new Headers([['set-cookie', 'language=; max-age=0']]))
    await sam.visit('/account')
    expect(htmlLanguage(sam)).toBe('en')
  })
})
