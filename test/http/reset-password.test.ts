import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  giveEmailAndPassword,
  goToGate,
  provePhone,
  registerWhole,
  SAM,
  signIn,
} from '../client/account-stories.ts'
import type { Resident } from '../client/resident.ts'
import { HOUR, MINUTE, startTestService, type TestService } from '../client/service.ts'

const NEW = { ...SAM, password: 'a lamp under the stairs' }
const UNKNOWN = 'pip.taylor@example.org'

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

/** From the page "Sign in" to the page that asks for the code. */
async function askToReset(resident: Resident, email: string): Promise<void> {
  await resident.visit('/account')
  await resident.follow('Forgotten your password?')
  resident.fill('Email address', email)
  await resident.press('Send verification code')
}

async function giveCode(resident: Resident): Promise<void> {
  resident.fill('Verification code', await service.codeTo(SAM.email))
  await resident.press('Verify code')
}

async function choose(resident: Resident, password: string, again = password): Promise<void> {
  resident.fill('New password', password)
  resident.fill('Confirm password', again)
  await resident.press('Change password')
}

/** A page without what is of this very session, and without what was typed. */
const plain = (resident: Resident, email: string) =>
  resident.page.html.replace(/name="(page|token)" value="[^"]*"/gu, '').replaceAll(email, 'ADDRESS')

describe('a forgotten password', () => {
  it('R-AUTH-27: is set anew by an emailed code, twice the same; the phone is asked all the same, and a message says so', async () => {
    const resident = service.resident()
    await askToReset(resident, SAM.email)
    expect(resident.page.heading).toBe('Check your email')
    expect((await service.messageTo(SAM.email)).subject).toBe(
      'Norfolk County Council account verification code',
    )
    await giveCode(resident)
    expect(resident.page.heading).toBe('Choose a new password')
    await choose(resident, NEW.password, 'another one entirely')
    expect(resident.page.errors).toEqual(['The two passwords are not the same'])
    expect(resident.page.html).not.toContain(NEW.password)
    await choose(resident, 'password1')
    expect(resident.page.status).toBe(422)
    await choose(resident, NEW.password)
    expect(resident.page.heading).toBe('Your password has been changed')
    const told = await service.messageTo(SAM.email)
    expect(told.subject).toBe('Your password was changed')
    expect(told.text).not.toContain(NEW.password)

    await resident.press('Sign in')
    expect(resident.page.heading).toBe('Sign in')
    await giveEmailAndPassword(resident, SAM)
    expect(resident.page.errors).toEqual(['The email address or the password is not right'])
    await giveEmailAndPassword(resident, NEW)
    expect(resident.page.heading).toBe('Confirm that it is you')
    await resident.visit('/account')
    expect(resident.page.heading).not.toBe('Your account')
    await resident.visit('/login')
    await provePhone(resident, service, SAM, 'text')
    expect(resident.page.heading).toBe('Your account')
  })

  it('R-AUTH-27: ends every session of the login, at once', async () => {
    const phone = service.resident()
    await phone.visit('/account')
    await signIn(phone, service, SAM)
    expect(phone.page.heading).toBe('Your account')
    const resident = service.resident()
    service.pass(MINUTE)
    await askToReset(resident, SAM.email)
    await giveCode(resident)
    expect((await sam.visit('/account')).heading).toBe('Your account')
    await choose(resident, NEW.password)
    for (const other of [sam, phone])
      expect((await other.visit('/account')).heading).toBe('Sign in')
  })

  it('R-AUTH-27: cannot be signed in with the code, nor set without it (R-AUTH-16)', async () => {
    const resident = service.resident()
    await askToReset(resident, SAM.email)
    expect((await resident.visit('/reset-password/new-password')).heading).toBe('Check your email')
    await giveCode(resident)
    expect((await resident.visit('/account')).heading).toBe('Sign in')
  })

  it('R-AUTH-12: no page and no limit tells whether a login has the address', async () => {
    for (let time = 0; time < 5; time++) {
      const [known, unknown] = [service.resident(), service.resident()]
      service.pass(2 * MINUTE)
      await askToReset(known, SAM.email)
      await askToReset(unknown, UNKNOWN)
      expect(plain(known, SAM.email)).toBe(plain(unknown, UNKNOWN))
      expect(known.page.status).toBe(unknown.page.status)
    }
    const told = await service.messageTo(UNKNOWN)
    expect(told.subject).toBe('You asked to reset a password')
    expect(told.text).not.toMatch(/\d{6}/u)
  })

  it('R-AUTH-12: a wrong code is answered alike for both', async () => {
    const [known, unknown] = [service.resident(), service.resident()]
    await askToReset(known, SAM.email)
    await askToReset(unknown, UNKNOWN)
    const right = await service.codeTo(SAM.email)
    const wrong = right === '000000' ? '111111' : '000000'
    for (let time = 0; time < 6; time++) {
      for (const resident of [known, unknown]) {
        resident.fill('Verification code', wrong)
        await resident.press('Verify code')
      }
      expect(plain(known, SAM.email)).toBe(plain(unknown, UNKNOWN))
    }
    expect(known.page.errors.join()).toContain('can no longer be used')
  })

  it('R-AUTH-28: asks for a code 3 times in an hour, and changes nothing by asking', async () => {
    for (let time = 0; time < 3; time++) {
      const one = service.resident()
      await askToReset(one, SAM.email)
      expect(one.page.heading).toBe('Check your email')
      service.pass(11 * MINUTE)
    }
    const resident = service.resident()
    await askToReset(resident, SAM.email)
    expect(resident.page.status).toBe(422)
    expect(resident.page.errors.join()).toContain('We cannot send another code yet')
    service.pass(HOUR)
    await askToReset(resident, SAM.email)
    expect(resident.page.heading).toBe('Check your email')
    const other = service.resident()
    await other.visit('/account')
    await giveEmailAndPassword(other, SAM)
    expect(other.page.heading).toBe('Confirm that it is you')
  })

  it('R-AUTH-24: lifts the lock that somebody else’s wrong tries have set', async () => {
    const thief = service.resident()
    for (let time = 0; time < 10; time++) {
      await thief.visit('/login/sign-in')
      await giveEmailAndPassword(thief, { ...SAM, password: `not this one ${time}` })
    }
    expect(thief.page.heading).toBe('Too many tries')
    const resident = service.resident()
    await askToReset(resident, SAM.email)
    await giveCode(resident)
    await choose(resident, NEW.password)
    await resident.press('Sign in')
    await giveEmailAndPassword(resident, NEW)
    expect(resident.page.heading).toBe('Confirm that it is you')
  })
})
