import { expect } from 'vitest'
import { addStaff } from '../../src/cli/add-staff.ts'
import {
  answerForSomeoneElse,
  answerForThemselves,
  askForEmailCode,
  create,
  giveEmailAndPassword,
  goToGate,
  linkIn,
  type Person,
  provePhone,
  ROBIN,
  registerWhole,
  SAM,
  setUpPhone,
  signIn,
  submit,
  verifyEmail,
} from '../client/account-stories.ts'
import {
  addVehicle,
  answerAboutBenefit,
  answerAboutPerson,
  declare,
  saysAnother,
  skipMedicinesAndBadge,
  walkTheRestOfBlueBadge,
} from '../client/blue-badge-stories.ts'
import type { Resident } from '../client/resident.ts'
import { HOUR, type TestService } from '../client/service.ts'

const PAT: Person = {
  ...ROBIN,
  email: 'pat.reader@council.example.org',
  firstName: 'Pat',
  surname: 'Reader',
  phone: '07700 900456',
  number: '+447700900456',
}

/** A new resident. */
type Someone = () => Resident

/** The account request, for oneself and for somebody else. */
export async function walkAccountRequest(service: TestService, someone: Someone): Promise<void> {
  const sam = someone()
  await goToGate(sam)
  await registerWhole(sam, service, SAM)
  await answerForThemselves(sam)
  await submit(sam)
  await sam.visit('/account')
  await sam.follow(/^Account Request [A-Z0-9]{4}-/u)
  const robin = someone()
  await goToGate(robin)
  await registerWhole(robin, service, ROBIN, 'call')
  await answerForSomeoneElse(robin)
}

/** Saving for later, coming back, and deleting it. */
export async function walkSaving(service: TestService, someone: Someone): Promise<void> {
  const robin = someone()
  await robin.visit('/login/sign-in')
  await signIn(robin, service, ROBIN, 'call')
  await robin.visit('/blue-badge')
  await robin.visit('/account-request/your-details')
  await robin.press('Save and come back later')
  await robin.visit('/account')
  await robin.follow(/^Delete this/u)
  await robin.follow('No, keep them')
}

/** Answers of before and after signing in, of which one chooses. */
export async function walkChoice(service: TestService, someone: Someone): Promise<void> {
  const sam = someone()
  await sam.visit('/account-request')
  await sam.press('Continue')
  await sam.press('Login or Register')
  await signIn(sam, service, SAM)
}

/** Those of the site, and those that say what went wrong. */
export async function walkSite(service: TestService, someone: Someone): Promise<void> {
  const sam = someone()
  await sam.visit('/')
  const [journey] = service.running.journeys.values()
  for (const id of journey?.site.pages ?? []) await sam.visit(`/pages/${id}`)
  await sam.visit('/dev/messages')
  await sam.visit('/blue-badge')
  const _type = { 'content-type': 'application/x-www-form-urlencoded' }
  await sam.visit('/nothing')
  await sam.post('/blue-badge/start', 'page=none')
  await sam.post('/blue-badge/start', '', { 'content-type': 'text/plain' })
  await sam.post('/blue-badge/start', `page=${'x'.repeat(300_000)}`)
}

/** Signing in by call, with a password that is not right, and locked. */
export async function walkSignIn(service: TestService, someone: Someone): Promise<void> {
  const robin = someone()
  await robin.visit('/login/sign-in')
  await giveEmailAndPassword(robin, { ...ROBIN, password: 'not the right one' })
  await signIn(robin, service, ROBIN, 'call')
  const stranger = someone()
  await stranger.visit('/login/sign-in')
  for (let time = 1; stranger.page.path !== '/login/locked' && time < 15; time++)
    await giveEmailAndPassword(stranger, { ...ROBIN, password: `a wrong guess ${time}` })
  service.pass(6 * HOUR)
}

/** An address that has a login already. */
export async function walkDoubleLogin(service: TestService, someone: Someone): Promise<void> {
  const sam = someone()
  await goToGate(sam)
  await askForEmailCode(sam, SAM.email)
  await verifyEmail(sam, service, SAM.email)
  expect(sam.page.path).toBe('/login/already-registered')
}

/** A new password; and what is left to whoever cannot read the mailbox either. */
export async function walkNewPassword(service: TestService, someone: Someone): Promise<void> {
  service.pass(HOUR)
  const lost = someone()
  await lost.visit('/login/sign-in')
  await lost.follow('Forgotten your password?')
  await lost.follow("Can't get into this mailbox?")
  lost.fill('First name', SAM.firstName)
  lost.fill('Surname', SAM.surname)
  lost.fill('Email address that you sign in with', SAM.email)
  lost.fill('What has happened to this mailbox?', 'My provider has closed it')
  await lost.press('Send')
  expect(lost.page.path).toBe('/reset-password/mailbox-lost-sent')
  const sam = someone()
  await sam.visit('/login/sign-in')
  await sam.follow('Forgotten your password?')
  sam.fill('Email address', SAM.email)
  await sam.press('Send verification code')
  await verifyEmail(sam, service, SAM.email)
  sam.fill('New password', 'four slow umbrellas')
  sam.fill('Confirm password', 'four slow umbrellas')
  await sam.press('Change password')
  expect(sam.page.path).toBe('/reset-password/done')
}

/** Somebody who can read no emails there any more. */
export async function walkLostMailbox(_service: TestService, someone: Someone): Promise<void> {
  const sam = someone()
  await sam.visit('/login/sign-in')
  await sam.follow('Forgotten your password?')
  await sam.follow("Can't get into this mailbox?")
  sam.fill('First name', 'Sam')
  sam.fill('Surname', 'Taylor')
  sam.fill('Email address that you sign in with', SAM.email)
  sam.fill('What has happened to this mailbox?', 'It is closed')
  await sam.press('Send')
  expect(sam.page.path).toBe('/reset-password/mailbox-lost-sent')
}

/** Staff, who clear a phone number that is lost, and its new one. */
export async function walkStaff(service: TestService, someone: Someone): Promise<void> {
  const robin = someone()
  await robin.visit('/login/sign-in')
  await giveEmailAndPassword(robin, ROBIN)
  await robin.follow("Can't access this phone number?")
  robin.fill('What has happened to this phone number?', 'It is lost')
  await robin.press('Send')

  const pat = someone()
  const link = await staffLink(service)
  const late = someone()
  await late.visit(link)
  await pat.visit(link)
  await pat.press('Continue')
  await create(pat, PAT)
  await late.press('Continue')
  expect(late.page.path).toBe('/login/sign-in')
  await setUpPhone(pat, service, PAT, 'text')
  await pat.visit('/admin')
  await pat.follow('Phone numbers to remove')
  await pat.follow(/^[A-Z0-9]{4}-[A-Z0-9]{4}/u)
  await pat.follow('Remove the number')
  pat.fill('Why', 'They called us')
  await pat.press(pat.page.buttons[0] ?? '')
  expect(pat.page.text).toContain('Number removed')
  await pat.visit('/admin/reset-password')
  await pat.follow(/^[A-Z0-9]{4}-[A-Z0-9]{4}/u)
  await pat.follow('Give the login another email address')
  await pat.visit('/admin/account-request')
  await pat.visit('/admin/account-request?status=rejected')
  await pat.follow('Show all requests')
  await pat.follow(/^[A-Z0-9]{4}-[A-Z0-9]{4}/u)
  await pat.follow('Reject')
  await pat.visit('/admin/account-request')
  await pat.follow('Invite somebody')
  pat.fill('Email address', 'ali@example.org')
  pat.fill('First name', 'Ali')
  pat.fill('Surname', 'Khan')
  await pat.press('Send invitation')
  const ali = someone()
  const invited = linkIn(await service.messageTo('ali@example.org'), service.origin)
  await ali.visit(invited)
  await pat.press(/^Withdraw/u)
  await ali.visit(invited)

  const again = someone()
  await again.visit('/login/sign-in')
  await giveEmailAndPassword(again, ROBIN)
  await again.press('Send verification code')
  await verifyEmail(again, service, ROBIN.email)
  expect(again.page.path).toBe('/login/phone')
}

/** The blue badge, by all its branches. */
export async function walkBlueBadge(_service: TestService, someone: Someone): Promise<void> {
  const sam = someone()
  await answerAboutPerson(sam)
  await answerAboutBenefit(sam)
  sam.choose('Do you want to add a medicine?', 'Yes')
  await sam.press('Continue')
  await sam.follow('Back')
  await skipMedicinesAndBadge(sam)
  await addVehicle(sam, 'AB12 CDE', 'Lee Moss')
  await saysAnother(sam, 'No')
  await declare(sam)
  await sam.press('Send application')
  await walkTheRestOfBlueBadge(someone())
}

/** Another name and email address, and an account that is closed. */
export async function walkAccountChanges(service: TestService, someone: Someone): Promise<void> {
  service.pass(HOUR)
  const pat = someone()
  await pat.visit('/change-name')
  await giveEmailAndPassword(pat, PAT)
  await provePhone(pat, service, PAT, 'text')
  await pat.press('Change my name')
  expect(pat.page.path).toBe('/account')
  await pat.visit('/change-email')
  for (const email of [SAM.email, 'pat.new@council.example.org']) {
    pat.fill('New email address', email)
    pat.fill('Password', PAT.password)
    await pat.press('Send verification code')
    await verifyEmail(pat, service, email)
    if (email === SAM.email) await pat.follow('Use another email address')
  }
  expect(pat.page.path).toBe('/account')
  await pat.visit('/close-account')
  await pat.press('Ask us to close my account')
  await pat.visit('/admin/close-account')
  await pat.follow(/^[A-Z0-9]{4}-[A-Z0-9]{4}/u)
  await pat.follow('Close the account')
  pat.fill('Why may it be closed?', 'They asked')
  await pat.press('Close the account')
  await pat.visit('/login/sign-in')
  await giveEmailAndPassword(pat, { ...PAT, email: 'pat.new@council.example.org' })
  expect(pat.page.path).toBe('/login/closed')
}

async function staffLink(service: TestService): Promise<string> {
  const added = await addStaff(service.running, { email: PAT.email })
  if (added.status !== 'invited') throw new Error(added.status)
  return linkIn({ text: added.link } as never, service.origin)
}
