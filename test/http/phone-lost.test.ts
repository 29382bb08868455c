import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { deactivate, findAccountByEmail } from '../../src/accounts/account.ts'
import { sentMessages } from '../../src/actions/sent-messages.ts'
import {
  giveEmailAndPassword,
  goToGate,
  type Person,
  provePhone,
  ROBIN,
  registerWhole,
  SAM,
  setUpPhone,
  signIn,
} from '../client/account-stories.ts'
import type { Resident } from '../client/resident.ts'
import { HOUR, MINUTE, startTestService, type TestService } from '../client/service.ts'
import { addStaffMember, JO, PAT } from '../client/staff-stories.ts'

const LINK = "Can't access this phone number?"
const NEW_PHONE = { ...SAM, phone: '07700 900456', number: '+447700900456' }
const QUEUE = '/admin/login'

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

/** Somebody at the sign-in asks for the number to be removed; answers what they ask with. */
async function askToRemove(person: Person): Promise<Resident> {
  const resident = service.resident()
  await resident.visit('/account')
  await giveEmailAndPassword(resident, person)
  await resident.follow(LINK)
  resident.fill('What has happened to this phone number?', 'I have lost my phone')
  await resident.press('Send')
  return resident
}

async function openCase(staff: Resident, reference: string): Promise<void> {
  await staff.visit(QUEUE)
  await staff.follow(reference)
}

async function remove(staff: Resident, reference: string): Promise<void> {
  await openCase(staff, reference)
  await staff.follow('Remove the number')
  staff.fill('Why', 'They answered what only they know')
  await staff.press('Remove the number')
}

const referenceOf = ({ page }: Resident) =>
  /Your reference number\s*(\S+)/u.exec(page.text)?.[1] ?? ''

/** A forgotten password, set anew by an emailed code. */
async function resetPassword(person: Person, password: string): Promise<Person> {
  const resident = service.resident()
  await resident.visit('/account')
  await resident.follow('Forgotten your password?')
  resident.fill('Email address', person.email)
  await resident.press('Send verification code')
  resident.fill('Verification code', await service.codeTo(person.email))
  await resident.press('Verify code')
  resident.fill('New password', password)
  resident.fill('Confirm password', password)
  await resident.press('Change password')
  return { ...person, password }
}

describe('a phone that cannot be used any more', () => {
  it('R-AUTH-29: is told after the password, removed by staff with a reason, and replaced at the next sign-in', async () => {
    const asking = await askToRemove(SAM)
    expect(asking.page.heading).toBe('We have your request')
    expect(asking.page.text).not.toContain('900456')
    const reference = referenceOf(asking)
    const warned = await service.messageTo(SAM.email)
    expect(warned.subject).toBe('You asked us to remove your phone number')
    expect(warned.text).toContain(reference)
    expect(warned.text).not.toContain('I have lost my phone')

    const staff = await addStaffMember(service)
    await staff.visit('/admin')
    await staff.follow('Phone numbers to remove')
    expect(staff.page.text).toContain(SAM.email)
    await staff.follow(reference)
    expect(staff.page.text).toContain('I have lost my phone')
    await staff.follow('Remove the number')
    await staff.press('Remove the number')
    expect(staff.page.status).toBe(422)
    await remove(staff, reference)
    expect(staff.page.text).toContain('It is now: Number removed.')
    expect(staff.page.text).toContain('They answered what only they know')

    const told = await service.messageTo(SAM.email)
    expect(told.subject).toBe('Your phone number has been removed')
    expect((await service.messageTo(SAM.number, 'sms')).text).toContain('has been removed')
    expect((await sam.visit('/account')).heading).toBe('Sign in')

    const back = service.resident()
    await back.visit('/account')
    await giveEmailAndPassword(back, SAM)
    expect(back.page.heading).toBe('We need to check your email address')
    await back.visit('/login/phone')
    expect(back.page.heading).toBe('We need to check your email address')
    await back.press('Send verification code')
    back.fill('Verification code', await service.codeTo(SAM.email))
    await back.press('Verify code')
    expect(back.page.heading).toBe('Your phone number')
    await setUpPhone(back, service, NEW_PHONE, 'text')
    expect(back.page.heading).toBe('Your account')

    const next = service.resident()
    await next.visit('/account')
    service.pass(MINUTE)
    await signIn(next, service, NEW_PHONE)
    expect(next.page.heading).toBe('Your account')
  })

  it('R-REL-12: a number that was typed when the password had run out is there again after the detour', async () => {
    const reference = referenceOf(await askToRemove(SAM))
    await remove(await addStaffMember(service), reference)
    const back = service.resident()
    await back.visit('/account')
    await giveEmailAndPassword(back, SAM)
    await back.press('Send verification code')
    back.fill('Verification code', await service.codeTo(SAM.email))
    await back.press('Verify code')
    back.fill('Phone number', NEW_PHONE.phone)
    service.pass(16 * MINUTE)
    await back.press('Continue')
    expect(back.page.heading).toBe('Sign in')
    await giveEmailAndPassword(back, SAM)
    expect(back.page.heading).toBe('Your phone number')
    expect(back.valueOf('Phone number')).toBe(NEW_PHONE.phone)
    await setUpPhone(back, service, NEW_PHONE, 'text')
    expect(back.page.heading).toBe('Your account')
  })

  it('R-AUTH-27: who was signing in while it was removed signs in anew, and is not led in a circle', async () => {
    const reference = referenceOf(await askToRemove(SAM))
    const staff = await addStaffMember(service)
    const back = service.resident()
    await back.visit('/account')
    await giveEmailAndPassword(back, SAM)
    expect(back.page.heading).toBe('Confirm that it is you')
    await remove(staff, reference)
    await back.press('Send Code')
    expect(back.page.heading).toBe('Sign in')
    await giveEmailAndPassword(back, SAM)
    expect(back.page.heading).toBe('We need to check your email address')
  })

  it('is of the login whose password was given, also where somebody else is signed in on that browser', async () => {
    const robin = service.resident()
    await goToGate(robin)
    await registerWhole(robin, service, ROBIN, 'call')
    await sam.visit('/login/sign-in')
    await giveEmailAndPassword(sam, ROBIN)
    await sam.follow(LINK)
    sam.fill('What has happened to this phone number?', 'It is broken')
    await sam.press('Send')
    const staff = await addStaffMember(service)
    await openCase(staff, referenceOf(sam))
    expect(staff.page.text).toContain(ROBIN.email)
    expect(staff.page.text).not.toContain(SAM.email)
    await remove(staff, referenceOf(sam))
    const { store } = service.running
    expect((await findAccountByEmail(store, ROBIN.email))?.phone).toBeUndefined()
    expect((await findAccountByEmail(store, SAM.email))?.phone?.number).toBe(SAM.number)
  })

  it('says that part of it is done where a later action fails, and ends it at the next try', async () => {
    const reference = referenceOf(await askToRemove(SAM))
    const staff = await addStaffMember(service)
    const { store } = service.running
    const write = store.write.bind(store)
    const broken = vi
      .spyOn(store, 'write')
      .mockImplementation((collection, ...rest) =>
        collection.name === sentMessages.name
          ? Promise.reject(new Error('it broke'))
          : write(collection, ...rest),
      )
    await remove(staff, reference)
    expect(broken).toHaveBeenCalled()
    broken.mockRestore()
    expect(staff.page.errors).toEqual(['Part of this has been done. Try again.'])
    expect((await findAccountByEmail(store, SAM.email))?.phone).toBeUndefined()

    const jo = await addStaffMember(service, JO)
    await openCase(jo, reference)
    expect(jo.page.text).toContain(
      `“Remove the number” tried, failed at “send message” after “clear phone” was done, by ${PAT.firstName} ${PAT.surname}`,
    )
    expect(jo.page.text).toContain('They answered what only they know')
    const back = service.resident()
    await back.visit('/account')
    await giveEmailAndPassword(back, SAM)
    await back.press('Send verification code')
    back.fill('Verification code', await service.codeTo(SAM.email))
    await back.press('Verify code')
    await setUpPhone(back, service, NEW_PHONE, 'text')
    await staff.press('Remove the number')
    expect(staff.page.text).toContain('It is now: Number removed.')
    expect((await findAccountByEmail(store, SAM.email))?.phone?.number).toBe(NEW_PHONE.number)
  })

  it('R-AUTH-29: changes nothing before staff have said so, and nothing when they refuse', async () => {
    const asking = await askToRemove(SAM)
    const staff = await addStaffMember(service)
    await openCase(staff, referenceOf(asking))
    await staff.follow('Refuse')
    await staff.press('Refuse')
    expect((await service.messageTo(SAM.email)).subject).toBe('About your phone number')
    expect((await sam.visit('/account')).heading).toBe('Your account')
    const again = service.resident()
    await again.visit('/account')
    await giveEmailAndPassword(again, SAM)
    await provePhone(again, service, SAM, 'text')
    expect(again.page.heading).toBe('Your account')
  })

  it('R-AUTH-29: cannot be asked for without the password', async () => {
    const nobody = service.resident()
    await nobody.visit('/login/phone-lost')
    expect(nobody.page.heading).toBe('Sign in')
  })

  it('R-AUTH-29: within 48 hours of a new password two members of staff remove it, and both names stand there', async () => {
    const changed = await resetPassword(SAM, 'a lamp under the stairs')
    const reference = referenceOf(await askToRemove(changed))
    const pat = await addStaffMember(service)
    const jo = await addStaffMember(service, JO)
    for (let time = 0; time < 2; time++) {
      await remove(pat, reference)
      expect(pat.page.notices.join()).toContain('a second member of staff must do the same')
      expect(pat.page.text).toContain('Waiting')
    }
    const still = service.resident()
    await still.visit('/account')
    service.pass(MINUTE)
    await giveEmailAndPassword(still, changed)
    expect(still.page.heading).toBe('Confirm that it is you')
    await remove(jo, reference)
    expect(jo.page.text).toContain('It is now: Number removed.')
    expect(jo.page.text).toContain(
      `“Remove the number” agreed to, waiting for a second member of staff, by ${PAT.firstName} ${PAT.surname}`,
    )
    expect(jo.page.text).toContain(`Number removed, by ${JO.firstName} ${JO.surname}`)
    expect(jo.page.text.match(/agreed to, waiting/gu)).toHaveLength(1)
  })

  it('R-SES-07: counts nobody among the two whose login has been closed since', async () => {
    const changed = await resetPassword(SAM, 'a lamp under the stairs')
    const reference = referenceOf(await askToRemove(changed))
    const pat = await addStaffMember(service)
    const jo = await addStaffMember(service, JO)
    await remove(pat, reference)
    const { store, services } = service.running
    const closed = await findAccountByEmail(store, PAT.email)
    await deactivate(store, closed?.id ?? '', services.now())
    await remove(jo, reference)
    expect(jo.page.notices.join()).toContain('a second member of staff must do the same')
    expect((await findAccountByEmail(store, SAM.email))?.phone?.number).toBe(SAM.number)
  })

  it('R-AUTH-26, R-AUTH-29: a mailbox alone never gets the account: a password set anew after the removal adds no number for 48 hours', async () => {
    const reference = referenceOf(await askToRemove(SAM))
    await remove(await addStaffMember(service), reference)
    service.pass(HOUR)
    const changed = { ...(await resetPassword(SAM, 'a lamp under the stairs')), ...NEW_PHONE }
    const thief = { ...changed, password: 'a lamp under the stairs' }
    service.pass(MINUTE)
    const signInAnew = async () => {
      const resident = service.resident()
      await resident.visit('/account')
      await giveEmailAndPassword(resident, thief)
      await resident.press('Send verification code')
      resident.fill('Verification code', await service.codeTo(SAM.email))
      await resident.press('Verify code')
      resident.fill('Phone number', NEW_PHONE.phone)
      await resident.press('Continue')
      await provePhone(resident, service, NEW_PHONE, 'text')
      return resident
    }
    const refused = await signInAnew()
    expect(refused.page.status).toBe(422)
    expect(refused.page.errors.join()).toContain(
      'it cannot have a new number yet. Sign in again after 11:11am on 17 June 2026, or call us',
    )
    const account = await findAccountByEmail(service.running.store, SAM.email)
    expect(account?.phone).toBeUndefined()
    service.pass(48 * HOUR)
    const later = await signInAnew()
    expect(later.page.heading).toBe('Confirm that it is you')
  })

  it('R-AUTH-29: 48 hours after a new password one is enough', async () => {
    const changed = await resetPassword(SAM, 'a lamp under the stairs')
    service.pass(48 * HOUR)
    const reference = referenceOf(await askToRemove(changed))
    const pat = await addStaffMember(service)
    await remove(pat, reference)
    expect(pat.page.text).toContain('It is now: Number removed.')
  })

  it('is no text where the phone was a landline', async () => {
    const robin = service.resident()
    await goToGate(robin)
    await registerWhole(robin, service, ROBIN, 'call')
    const reference = referenceOf(await askToRemove(ROBIN))
    await remove(await addStaffMember(service), reference)
    const texts = (await service.messages()).filter(({ to }) => to === ROBIN.number)
    expect(texts.map(({ channel }) => channel)).not.toContain('sms')
    expect((await service.messageTo(ROBIN.email)).subject).toBe(
      'Your phone number has been removed',
    )
  })
})
