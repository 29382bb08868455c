import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addStaff } from '../../src/cli/add-staff.ts'
import type { Step } from '../../src/journey/journey.ts'
import {
  answerForSomeoneElse,
  answerForThemselves,
  askForEmailCode,
  create,
  fillAddress,
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
} from '../client/blue-badge-stories.ts'
import type { Resident } from '../client/resident.ts'
import { HOUR, startTestService, type TestService } from '../client/service.ts'
import { type Watch, watched } from '../client/watched.ts'

const PAT: Person = {
  ...ROBIN,
  email: 'pat.reader@council.example.org',
  firstName: 'Pat',
  surname: 'Reader',
  phone: '07700 900456',
  number: '+447700900456',
}

let service: TestService
const watch: Watch = { faults: [], seen: new Set(), withErrors: new Set() }
const someone = (): Resident => watched(service.resident(), watch)

beforeAll(async () => {
  service = await startTestService()
})
afterAll(() => service.close())

describe('the pages of every journey', () => {
  it('are walked: the account request, for oneself and for somebody else', async () => {
    const sam = someone()
    await goToGate(sam)
    await registerWhole(sam, service, SAM)
    await answerForThemselves(sam)
    await submit(sam)
    await sam.visit('/account')
    const robin = someone()
    await goToGate(robin)
    await registerWhole(robin, service, ROBIN, 'call')
    await answerForSomeoneElse(robin)
  })

  it('are walked: signing in by call, with a password that is not right, and locked', async () => {
    const robin = someone()
    await robin.visit('/login/sign-in')
    await giveEmailAndPassword(robin, { ...ROBIN, password: 'not the right one' })
    await signIn(robin, service, ROBIN, 'call')
    const stranger = someone()
    await stranger.visit('/login/sign-in')
    for (let time = 1; stranger.page.path !== '/login/locked' && time < 15; time++)
      await giveEmailAndPassword(stranger, { ...ROBIN, password: `a wrong guess ${time}` })
    service.pass(6 * HOUR)
  })

  it('are walked: an address that has a login already', async () => {
    const sam = someone()
    await goToGate(sam)
    await askForEmailCode(sam, SAM.email)
    await verifyEmail(sam, service, SAM.email)
    expect(sam.page.path).toBe('/login/already-registered')
  })

  it('are walked: a new password', async () => {
    service.pass(HOUR)
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
  })

  it('are walked: staff, who clear a phone number that is lost, and its new one', async () => {
    const robin = someone()
    await robin.visit('/login/sign-in')
    await giveEmailAndPassword(robin, ROBIN)
    await robin.follow("Can't access this phone number?")
    robin.fill('What has happened to this phone number?', 'It is lost')
    await robin.press('Send')

    const pat = someone()
    const link = await staffLink()
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

    const again = someone()
    await again.visit('/login/sign-in')
    await giveEmailAndPassword(again, ROBIN)
    await again.press('Send verification code')
    await verifyEmail(again, service, ROBIN.email)
    expect(again.page.path).toBe('/login/phone')
  })

  it('are walked: another name and email address, and an account that is closed', async () => {
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
  })

  it('are walked: the blue badge, by all its branches', async () => {
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
  })

  it('are all of them: no step was left out', () => {
    const steps = [...service.running.journeys.values()].flatMap(({ id, steps }) =>
      steps.map((step) => ({ step, place: `${id}/${step.id}` })),
    )
    const left = steps.filter(({ place }) => !watch.seen.has(place)).map(({ place }) => place)
    // Seen only by whoever presses in the very moment in which somebody else uses the same link up.
    expect(left).toEqual(['login/invitation-over'])
    const asking = steps.filter(({ step }) => asks(step)).map(({ place }) => place)
    expect(asking.filter((place) => !watch.withErrors.has(place))).toEqual([])
  })

  it('keep the checklist of pages, as they are, with errors, on the check page and at the end', () => {
    expect([...new Set(watch.faults)]).toEqual([])
  })
})

/** Whether an empty post of the step is refused. */
function asks(step: Step): boolean {
  return step.entries.some(
    (entry) => entry.is === 'field' && entry.field.required && !entry.readOnly && !entry.when,
  )
}

async function staffLink(): Promise<string> {
  const added = await addStaff(service.running, { email: PAT.email })
  if (added.status !== 'invited') throw new Error(added.status)
  return linkIn({ text: added.link } as never, service.origin)
}

/** A child with no benefit, who has a badge, and first walks too far. */
async function walkTheRestOfBlueBadge(sam: Resident): Promise<void> {
  await sam.visit('/blue-badge')
  await sam.press('Continue')
  sam.choose('Who is the badge for?', 'A child under 16')
  await sam.press('Continue')
  for (const name of ['Kim', 'Sam']) {
    sam.fill('First name', name)
    sam.fill('Surname', 'Taylor')
    await sam.press('Continue')
  }
  sam.fill('Date of birth', '27 3 2015')
  await sam.press('Continue')
  fillAddress(sam)
  await sam.press('Continue')
  sam.choose('How may we get in touch with you?', 'By phone')
  await sam.press('Continue')
  sam.fill('Phone number', '01632 960001')
  await sam.press('Continue')
  sam.choose('Do you get any of these benefits?', 'No, none of these')
  await sam.press('Continue')
  for (const metres of ['2000', '20']) {
    sam.fill(/^How far can you walk/u, metres)
    sam.fill(/^How long does/u, '5')
    sam.choose('What do you use to help you walk?', 'A walking frame')
    await sam.press('Continue')
    if (metres === '2000') await sam.follow('Change your answer')
  }
  sam.fill('What makes walking hard for you?', 'Pain')
  await sam.press('Continue')
  sam.choose('Do you want to add a medicine?', 'No')
  await sam.press('Continue')
  sam.choose('Do you have a Blue Badge now?', 'Yes')
  await sam.press('Continue')
}
