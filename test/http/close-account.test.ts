import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  answerForThemselves,
  giveEmailAndPassword,
  goToGate,
  registerWhole,
  SAM,
  signIn,
  submit,
} from '../client/account-stories.ts'
import type { Resident } from '../client/resident.ts'
import { MINUTE, startTestService, type TestService } from '../client/service.ts'
import { addStaffMember, JO } from '../client/staff-stories.ts'

let service: TestService
let sam: Resident
beforeEach(async () => {
  service = await startTestService()
  sam = service.resident()
  await goToGate(sam)
  await registerWhole(sam, service, SAM)
  service.pass(11 * MINUTE)
})
afterEach(() => service.close())

/** Answers the reference. */
async function askToClose(): Promise<string> {
  await sam.visit('/close-account')
  expect(sam.page.text).toContain(`nobody can sign in with ${SAM.email}`)
  await sam.press('Ask us to close my account')
  expect(sam.page.heading).toBe('We have your request to close your account')
  return /Your reference number\s*(\S+)/u.exec(sam.page.text)?.[1] ?? ''
}

async function decide(staff: Resident, reference: string, move: string, [asks, words] = ['', '']) {
  await staff.visit('/admin')
  await staff.follow('Accounts to close')
  await staff.follow(reference)
  await staff.follow(move)
  staff.fill(asks, words)
  await staff.press(move)
}

const CLOSE = ['Why may it be closed?', 'Nothing is waiting'] as const

describe('asking for the account to be closed', () => {
  it('is told by email, stands on their own page, and can be gone back on until then', async () => {
    const reference = await askToClose()
    const told = await service.messageTo(SAM.email, 'email')
    expect(told.subject).toBe('You have asked us to close your account')
    expect(told.text).toContain(reference)
    await sam.follow('Back to your account')
    expect(sam.page.text).toContain('We have your request to close your account')
    expect(sam.page.text).toContain(`Reference ${reference}`)
    expect(sam.page.html).not.toContain('href="/close-account"')
    const other = service.resident()
    await other.visit('/account')
    await signIn(other, service, SAM)
    expect(other.page.heading).toBe('Your account')
  })

  it('R-SES-05: is done by staff with a reason; they are told, logged out at once, and cannot sign in', async () => {
    const reference = await askToClose()
    const staff = await addStaffMember(service)
    await decide(staff, reference, 'Close the account', [...CLOSE])
    expect(staff.page.text).toContain('It is now: Account closed.')
    expect(staff.page.text).toContain('Nothing is waiting')
    const told = await service.messageTo(SAM.email, 'email')
    expect(told.subject).toBe('Your account has been closed')
    expect(told.text).not.toContain('Nothing is waiting')
    await sam.visit('/account')
    expect(sam.page.heading).toBe('Sign in')

    await giveEmailAndPassword(sam, { ...SAM, password: 'not the right one' })
    expect(sam.page.errors).toEqual(['The email address or the password is not right'])
    await giveEmailAndPassword(sam, SAM)
    expect(sam.page.heading).toBe('This account has been closed')
    expect(sam.page.text).toContain('0344 800 8020')
    expect((await sam.visit('/login/phone-check')).heading).toBe('Sign in')
  })

  it('is refused with a reason, which they are sent, and changes nothing', async () => {
    const reference = await askToClose()
    const staff = await addStaffMember(service)
    const note = ['Why can we not close it now?', 'A request of yours waits for an answer.']
    await decide(staff, reference, 'Do not close it', note as [string, string])
    expect((await service.messageTo(SAM.email, 'email')).text).toContain(note[1])
    await sam.visit('/account')
    expect(sam.page.text).toContain('We have not closed your account')
    expect(sam.page.html).toContain('href="/close-account"')
    service.pass(50 * MINUTE)
    await sam.visit('/account')
    service.pass(20 * MINUTE)
    expect(await askToClose()).not.toBe(reference)
  })

  it('is closed once, when two members of staff press at once', async () => {
    const reference = await askToClose()
    const [pat, jo] = [await addStaffMember(service), await addStaffMember(service, JO)]
    for (const staff of [pat, jo]) {
      await staff.visit('/admin/close-account')
      await staff.follow(reference)
      await staff.follow('Close the account')
      staff.fill(...CLOSE)
    }
    await Promise.all([pat.press('Close the account'), jo.press('Close the account')])
    const told = (await service.messages()).filter(({ subject }) => subject?.includes('closed'))
    expect(told).toHaveLength(1)
  })

  it('leaves what they sent before with staff, who go on working on it', async () => {
    await sam.visit('/account-request')
    await answerForThemselves(sam)
    const request = await submit(sam)
    const reference = await askToClose()
    const staff = await addStaffMember(service)
    await decide(staff, reference, 'Close the account', [...CLOSE])
    await staff.visit('/admin/account-request')
    await staff.follow(request)
    expect(staff.page.text).toContain(SAM.email)
  })

  it('is for who is signed in, and of nobody but themselves', async () => {
    const nobody = service.resident()
    await nobody.visit('/close-account')
    expect(nobody.page.heading).toBe('Sign in')
    await nobody.visit('/close-account/asked')
    expect(nobody.page.heading).toBe('Sign in')
  })
})
