import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accounts, addRole, findAccountByEmail } from '../../src/accounts/account.ts'
import { submissions } from '../../src/store/records.ts'
import {
  giveEmailAndPassword,
  goToGate,
  type Person,
  ROBIN,
  registerWhole,
  SAM,
  signIn,
} from '../client/account-stories.ts'
import type { Resident } from '../client/resident.ts'
import { MINUTE, startTestService, type TestService } from '../client/service.ts'
import { addStaffMember, JO } from '../client/staff-stories.ts'

const LINK = "Can't get into this mailbox?"
const NEW_EMAIL = 'sam.new@example.org'
const QUEUE = '/admin/reset-password'

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

/** Somebody who has neither the mailbox nor the password asks for help; answers the reference. */
async function askForHelp(email = SAM.email): Promise<string> {
  const resident = service.resident()
  await resident.visit('/account')
  await resident.follow('Forgotten your password?')
  await resident.follow(LINK)
  resident.fill('First name', 'Sam')
  resident.fill('Surname', 'Taylor')
  resident.fill('Email address that you sign in with', email)
  resident.fill('What has happened to this mailbox?', 'My provider has closed it')
  await resident.press('Send')
  expect(resident.page.heading).toBe('We have your request')
  return /Your reference number\s*(\S+)/u.exec(resident.page.text)?.[1] ?? ''
}

async function give(
  staff: Resident,
  reference: string,
  { before, after }: { readonly before: string; readonly after: string },
): Promise<void> {
  await staff.visit(QUEUE)
  await staff.follow(reference)
  await staff.follow('Give the login another email address')
  staff.fill('Email address that the login has now', before)
  staff.fill('New email address', after)
  staff.fill('How did you make sure that it is them?', 'They answered what only they know')
  await staff.press('Give the login another email address')
}

async function chooseNewPassword(person: Person): Promise<void> {
  const resident = service.resident()
  await resident.visit('/account')
  await resident.follow('Forgotten your password?')
  resident.fill('Email address', person.email)
  await resident.press('Send verification code')
  resident.fill('Verification code', await service.codeTo(person.email))
  await resident.press('Verify code')
  resident.fill('New password', person.password)
  resident.fill('Confirm password', person.password)
  await resident.press('Change password')
  expect(resident.page.heading).toBe('Your password has been changed')
}

describe('a mailbox that cannot be read any more, and a password that is forgotten', () => {
  it('R-AUTH-29: two members of staff who name the same addresses give the login another, and the phone is still asked for', async () => {
    const reference = await askForHelp()
    const pat = await addStaffMember(service)
    await give(pat, reference, { before: SAM.email, after: NEW_EMAIL })
    expect(pat.page.notices.join()).toContain('a second member of staff must do the same')
    await give(pat, reference, { before: SAM.email, after: NEW_EMAIL })
    const { store } = service.running
    expect(await findAccountByEmail(store, NEW_EMAIL)).toBeUndefined()
    expect((await sam.visit('/account')).heading).toBe('Your account')

    const jo = await addStaffMember(service, JO)
    await give(jo, reference, { before: SAM.email, after: 'sam.other@example.org' })
    expect(jo.page.notices.join()).toContain('with the same two addresses')
    expect(await findAccountByEmail(store, 'sam.other@example.org')).toBeUndefined()
    await give(jo, reference, { before: SAM.email, after: NEW_EMAIL })
    expect(jo.page.text).toContain('It is now: Has another email address.')
    expect(jo.page.text.match(/agreed to, waiting/gu)).toHaveLength(2)

    expect((await service.messageTo(SAM.email)).subject).toBe(
      'Your login has another email address now',
    )
    expect((await service.messageTo(SAM.number, 'sms')).text).toContain('another email address')
    expect((await service.messageTo(NEW_EMAIL)).subject).toBe('Use this email address to sign in')
    expect((await sam.visit('/account')).heading).toBe('Sign in')

    const back = { ...SAM, email: NEW_EMAIL, password: 'a lamp under the stairs' }
    await chooseNewPassword(back)
    const resident = service.resident()
    await resident.visit('/account')
    await signIn(resident, service, back)
    expect(resident.page.heading).toBe('Your account')
    expect(resident.page.text).toContain(NEW_EMAIL)
  })

  it('R-AUTH-12: says the same whether a login has the address or not, and writes to nobody', async () => {
    const before = (await service.messages()).length
    const pages: string[] = []
    for (const email of [SAM.email, 'nobody@example.org']) {
      const reference = await askForHelp(email)
      const ids = await service.running.store.find(submissions, 'reference', reference)
      const found = await service.running.store.read(submissions, ids[0] ?? '')
      expect(found?.value.account).toBeUndefined()
      pages.push(JSON.stringify(found?.value.messages))
    }
    expect(new Set(pages)).toEqual(new Set(['[]']))
    expect(await service.messages()).toHaveLength(before)
  })

  it('changes nothing where the address is of nobody, of another login or of a member of staff', async () => {
    const robin = service.resident()
    await goToGate(robin)
    await registerWhole(robin, service, ROBIN, 'call')
    const reference = await askForHelp()
    const pat = await addStaffMember(service)
    await give(pat, reference, { before: 'nobody@example.org', after: NEW_EMAIL })
    expect(pat.page.errors.join()).toContain('There is no login with the address')
    await give(pat, reference, { before: SAM.email, after: ROBIN.email })
    expect(pat.page.errors.join()).toContain('There is already a login with the new address')
    const { store } = service.running
    const account = await findAccountByEmail(store, SAM.email)
    await addRole(store, account?.id ?? '', 'activator')
    await give(pat, reference, { before: SAM.email, after: NEW_EMAIL })
    expect(pat.page.errors.join()).toContain('This is the login of a member of staff')
    expect((await store.read(accounts, account?.id ?? ''))?.value.email).toBe(SAM.email)
  })

  it('is offered too where a number was removed and the code cannot be read', async () => {
    const asking = service.resident()
    await asking.visit('/account')
    await giveEmailAndPassword(asking, SAM)
    await asking.follow("Can't access this phone number?")
    asking.fill('What has happened to this phone number?', 'I have lost my phone')
    await asking.press('Send')
    const staff = await addStaffMember(service)
    await staff.visit('/admin/login')
    await staff.follow(/^\w{4}-\w{4}$/u)
    await staff.follow('Remove the number')
    staff.fill('Why', 'They answered what only they know')
    await staff.press('Remove the number')
    const back = service.resident()
    await back.visit('/account')
    await giveEmailAndPassword(back, SAM)
    expect(back.page.heading).toBe('We need to check your email address')
    await back.follow(LINK)
    expect(back.page.heading).toBe('Reset your password')
    await back.follow(LINK)
    expect(back.valueOf('Email address that you sign in with')).toBe(SAM.email)
  })
})
