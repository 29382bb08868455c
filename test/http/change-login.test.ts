import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  giveEmailAndPassword,
  goToGate,
  ROBIN,
  registerWhole,
  SAM,
  signIn,
} from '../client/account-stories.ts'
import type { Resident } from '../client/resident.ts'
import { HOUR, MINUTE, startTestService, type TestService } from '../client/service.ts'
import { addStaffMember } from '../client/staff-stories.ts'

const NEW = { ...SAM, email: 'sam.new@example.org' }
const CHANGED = 'We have changed your email address. Use the new one when you sign in'

let service: TestService
let sam: Resident
beforeEach(async () => {
  service = await startTestService()
  sam = await signedUp()
})
afterEach(() => service.close())

async function signedUp(person = SAM): Promise<Resident> {
  const resident = service.resident()
  await goToGate(resident)
  await registerWhole(resident, service, person, person === SAM ? 'text' : 'call')
  service.pass(11 * MINUTE)
  return resident
}

/** From any page to the page that asks for the code. */
async function askForEmail(resident: Resident, email: string, password = SAM.password) {
  await resident.visit('/account')
  await resident.follow('Change your email address')
  if (resident.page.path.endsWith('/code')) await resident.follow('Use another email address')
  resident.fill('New email address', email)
  resident.fill('Password', password)
  await resident.press('Send verification code')
}

async function giveCode(resident: Resident, email: string): Promise<void> {
  resident.fill('Verification code', await service.codeTo(email))
  await resident.press('Verify code')
}

describe('the home page', () => {
  it('does not offer what changes a login; the person’s own page does', async () => {
    await sam.visit('/')
    expect(sam.page.text).toContain('Account Request')
    for (const title of ['Change your name', 'Change your email address', 'Close your account'])
      expect(sam.page.text).not.toContain(title)
    await sam.follow('Your account')
    expect(sam.page.heading).toBe('Your account')
    expect(sam.page.text).toContain('The number that ends in 23')
    for (const title of ['Change your name', 'Reset your password', 'Close your account']) {
      await sam.follow(title)
      expect(sam.page.heading).toBe(title)
      await sam.follow('Your account')
    }
  })
})

describe('another name', () => {
  it('is asked for with the one of now, kept, and on the log-out button of every browser', async () => {
    const other = service.resident()
    await other.visit('/account')
    await signIn(other, service, SAM)
    await sam.visit('/account')
    await sam.follow('Change your name')
    expect(sam.valueOf('Surname')).toBe('Taylor')
    sam.fill('Surname', '')
    await sam.press('Change my name')
    expect(sam.page.errors).toEqual(['Enter your surname'])
    sam.fill('First name', 'Samira')
    sam.fill('Surname', 'O’Neill <b>')
    await sam.press('Change my name')
    expect(sam.page.path).toBe('/account')
    expect(sam.page.notices).toEqual(['We have changed your name'])
    for (const browser of [sam, other]) {
      await browser.visit('/account')
      expect(browser.page.notices).toEqual([])
      expect(browser.page.html).toContain('Samira O’Neill &lt;b&gt; – log out')
    }
    await sam.follow('Account Request')
    expect(sam.valueOf('First name')).toBe('Samira')
  })

  it('can be changed again at once, and needs somebody who is signed in', async () => {
    for (const name of ['Samira', 'Sam']) {
      await sam.visit('/change-name')
      sam.fill('First name', name)
      await sam.press('Change my name')
      expect(sam.page.html).toContain(`${name} Taylor – log out`)
    }
    const nobody = service.resident()
    await nobody.visit('/change-name')
    expect(nobody.page.heading).toBe('Sign in')
    await signIn(nobody, service, SAM)
    expect(nobody.page.heading).toBe('Change your name')
  })

  it('is nobody else’s: the page of one person changes no other’s name', async () => {
    const robin = await signedUp(ROBIN)
    await sam.visit('/change-name')
    await robin.visit('/change-name')
    sam.fill('First name', 'Mallory')
    const { action, body } = sam.formOf('Change my name')
    await robin.post(action, body)
    for (const [browser, name] of [
      [robin, 'Robin Okafor'],
      [sam, 'Sam Taylor'],
    ] as const)
      expect((await browser.visit('/account')).html).toContain(`${name} – log out`)
  })

  it('is shown to staff where the login stands', async () => {
    await sam.visit('/close-account')
    await sam.press('Ask us to close my account')
    await sam.visit('/change-name')
    sam.fill('First name', 'Samira')
    await sam.press('Change my name')
    const staff = await addStaffMember(service)
    await staff.visit('/admin/close-account')
    expect(staff.page.text).toContain('Samira Taylor')
  })
})

describe('another email address', () => {
  it('takes the password and an emailed code; the old address is told; other sessions end (R-AUTH-27)', async () => {
    const other = service.resident()
    await other.visit('/account')
    await signIn(other, service, SAM)
    await askForEmail(sam, NEW.email, 'not the right one')
    expect(sam.page.errors).toEqual(['The password is not right'])
    expect((await service.messages()).some(({ to }) => to === NEW.email)).toBe(false)
    await askForEmail(sam, NEW.email)
    expect(sam.page.text).toContain(`We have sent a code to ${NEW.email}`)
    await giveCode(sam, NEW.email)
    expect(sam.page.path).toBe('/account')
    expect(sam.page.notices).toEqual([CHANGED])
    expect(sam.page.text).toContain(NEW.email)
    const told = await service.messageTo(SAM.email, 'email')
    expect(told.subject).toBe('The email address of your login was changed')
    expect(told.text).toContain('0344 800 8020')
    expect(told.text).not.toContain(NEW.email)
    expect((await other.visit('/account')).heading).toBe('Sign in')

    await giveEmailAndPassword(other, SAM)
    expect(other.page.errors).toEqual(['The email address or the password is not right'])
    service.pass(MINUTE)
    await signIn(other, service, NEW)
    expect(other.page.heading).toBe('Your account')
  })

  it('is not one that they have now, whatever its case, but for how it is written', async () => {
    await askForEmail(sam, SAM.email)
    expect(sam.page.errors).toEqual(['This is the email address that you sign in with now'])
    await askForEmail(sam, 'Sam.Taylor@Example.org')
    await giveCode(sam, 'Sam.Taylor@Example.org')
    expect(sam.page.text).toContain('Sam.Taylor@Example.org')
  })

  it('R-AUTH-12: of another login looks like a free one, until its owner’s code is given', async () => {
    await signedUp(ROBIN)
    const plain = (email: string) =>
      sam.page.html
        .replace(/name="(page|token)" value="[^"]*"/gu, '')
        .replaceAll(/data-after="\d+"/gu, '')
        .replaceAll(email, 'ADDRESS')
    await askForEmail(sam, 'free@example.org')
    const free = plain('free@example.org')
    service.pass(MINUTE)
    await askForEmail(sam, ROBIN.email)
    expect(plain(ROBIN.email)).toBe(free)
    await giveCode(sam, ROBIN.email)
    expect(sam.page.heading).toBe('There is already a login with this email address')
    expect((await sam.visit('/account')).text).toContain(SAM.email)
  })

  it('R-AUTH-05: takes no code that was sent to another address, or to another browser', async () => {
    await askForEmail(sam, 'first@example.org')
    const first = await service.codeTo('first@example.org')
    service.pass(MINUTE)
    await askForEmail(sam, NEW.email)
    const second = await service.codeTo(NEW.email)
    sam.fill('Verification code', first === second ? '000000' : first)
    await sam.press('Verify code')
    expect(sam.page.errors.join()).toContain('This is not the code that we sent')
    const thief = await signedUp(ROBIN)
    await thief.visit('/change-email/code')
    expect(thief.page.path).toBe('/change-email/email')
    service.pass(MINUTE)
    await askForEmail(thief, NEW.email, ROBIN.password)
    thief.fill('Verification code', second)
    await thief.press('Verify code')
    expect(thief.page.status).toBe(422)
  })

  it('asks for the password anew when too much time has passed', async () => {
    await askForEmail(sam, NEW.email)
    service.pass(9 * MINUTE)
    await sam.press('Send a new code')
    service.pass(7 * MINUTE)
    await giveCode(sam, NEW.email)
    expect(sam.page.path).toBe('/change-email/email')
    expect((await sam.visit('/account')).text).toContain(SAM.email)
  })

  it('is changed once, however often the button is pressed', async () => {
    await askForEmail(sam, NEW.email)
    sam.fill('Verification code', await service.codeTo(NEW.email))
    const twin = sam.duplicateTab()
    const { action, body } = sam.formOf('Verify code')
    await Promise.all([sam.press('Verify code'), twin.post(action, body)])
    for (const tab of [sam, twin]) expect(tab.page.path).toBe('/account')
    const told = (await service.messages()).filter(({ subject }) => subject?.includes('changed'))
    expect(told).toHaveLength(1)
  })

  it('R-AUTH-14: is one login’s, when two ask for it in the same moment', async () => {
    const robin = await signedUp(ROBIN)
    await askForEmail(sam, 'shared@example.org')
    const codeOfSam = await service.codeTo('shared@example.org')
    service.pass(MINUTE)
    await askForEmail(robin, 'Shared@example.org', ROBIN.password)
    const codeOfRobin = await service.codeTo('Shared@example.org')
    sam.fill('Verification code', codeOfSam)
    robin.fill('Verification code', codeOfRobin)
    await Promise.all([sam.press('Verify code'), robin.press('Verify code')])
    const paths = [sam.page.path, robin.page.path].sort()
    expect(paths).toEqual(['/account', '/change-email/taken'])
  })

  it('R-AUTH-14: is not taken from whoever registers with it meanwhile', async () => {
    await askForEmail(sam, ROBIN.email)
    sam.fill('Verification code', await service.codeTo(ROBIN.email))
    service.pass(MINUTE)
    const robin = service.resident()
    await goToGate(robin)
    await registerWhole(robin, service, { ...ROBIN, email: 'Robin.Okafor@example.org' }, 'call')
    await sam.press('Verify code')
    expect(sam.page.path).toBe('/change-email/taken')
  })

  it('ends with the session: whoever is logged out elsewhere changes nothing', async () => {
    await askForEmail(sam, NEW.email)
    const code = await service.codeTo(NEW.email)
    service.pass(61 * MINUTE)
    sam.fill('Verification code', code)
    await sam.press('Verify code')
    expect(sam.page.heading).toBe('Sign in')
    await giveEmailAndPassword(sam, SAM)
    expect(sam.page.heading).toBe('Confirm that it is you')
  })

  it('leaves the old address to whoever registers with it, and their login is another', async () => {
    await askForEmail(sam, NEW.email)
    await giveCode(sam, NEW.email)
    service.pass(HOUR)
    const next = await signedUp({ ...ROBIN, email: SAM.email })
    await next.visit('/account')
    expect(next.page.text).toContain('You have not sent anything yet')
    expect(next.page.text).toContain('Robin Okafor')
  })
})
