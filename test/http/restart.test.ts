import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  fillAddress,
  giveEmailAndPassword,
  goToGate,
  ROBIN,
  SAM,
  submit,
} from '../client/account-stories.ts'
import type { Resident } from '../client/resident.ts'
import { restless } from '../client/restless.ts'
import { startTestService, type TestService } from '../client/service.ts'

let service: TestService
let resident: Resident
beforeEach(async () => {
  service = await startTestService()
  resident = restless(service.resident(), service)
})
afterEach(() => service.close())

// Dozens of starts: more than the few seconds that a test may take.
describe('a stop and start of the service before every page', { timeout: 60_000 }, () => {
  it('loses nothing of a request by text: drafts, sessions, codes and messages', async () => {
    await goToGate(resident)
    await resident.press('Login or Register')
    await resident.follow('Sign up now')
    resident.fill('Email address', SAM.email)
    await resident.press('Send verification code')
    resident.fill('Verification code', '000000')
    expect((await resident.press('Verify code')).status).toBe(422)
    resident.fill('Verification code', await service.codeTo(SAM.email))
    await resident.press('Verify code')
    resident.fill('Password', SAM.password)
    resident.fill('Confirm password', SAM.password)
    resident.fill('First name', SAM.firstName)
    resident.fill('Surname', SAM.surname)
    await resident.press('Create')
    resident.fill('Phone number', SAM.phone)
    await resident.press('Continue')
    for (const path of ['/login/phone-check', '/account-request/your-details']) {
      await resident.press('Send Code')
      resident.fill('Verification code', await service.codeTo(SAM.number))
      await resident.press('Verify code')
      expect(resident.page.path).toBe(path)
    }
    await resident.press('Continue')
    resident.choose('Whose record do you want to see?', 'My own')
    await resident.press('Continue')
    resident.fill('What is your date of birth?', '27 3 1951')
    await resident.press('Continue')
    fillAddress(resident)
    await resident.press('Continue')
    const reference = await submit(resident)
    const copies = (await service.messages()).filter(({ text }) => text.includes(reference))
    expect(copies).toHaveLength(1)
    await resident.visit('/account-request/done')
    expect(resident.page.text).toContain(reference)
  })

  it('loses no call that rings, and none that was answered', async () => {
    await goToGate(resident)
    await resident.press('Login or Register')
    await resident.follow('Sign up now')
    resident.fill('Email address', ROBIN.email)
    await resident.press('Send verification code')
    resident.fill('Verification code', await service.codeTo(ROBIN.email))
    await resident.press('Verify code')
    resident.fill('Password', ROBIN.password)
    resident.fill('Confirm password', ROBIN.password)
    resident.fill('First name', ROBIN.firstName)
    resident.fill('Surname', ROBIN.surname)
    await resident.press('Create')
    resident.fill('Phone number', ROBIN.phone)
    await resident.press('Continue')
    for (const path of ['/login/phone-check', '/account-request/your-details']) {
      await resident.press('Call Me')
      expect((await resident.press('Continue')).notices.join()).toContain('still calling')
      await service.answerCall(ROBIN.number)
      await resident.press('Continue')
      expect(resident.page.path).toBe(path)
    }
    const calls = (await service.messages()).filter(({ channel }) => channel === 'call')
    expect(calls).toHaveLength(2)
    await resident.press(/^Robin Okafor/u)
    await resident.visit('/account')
    await giveEmailAndPassword(resident, ROBIN)
    expect(resident.page.path).toBe('/login/phone-check')
  })
})
