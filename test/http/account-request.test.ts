import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addStaff } from '../../src/cli/add-staff.ts'
import {
  answerForSomeoneElse,
  answerForThemselves,
  askForEmailCode,
  type By,
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
  submit,
  verifyEmail,
} from '../client/account-stories.ts'
import type { Resident } from '../client/resident.ts'
import { startTestService, type TestService } from '../client/service.ts'

let service: TestService
beforeEach(async () => {
  service = await startTestService()
})
afterEach(() => service.close())

const RESIDENTS: readonly [string, Person, By][] = [
  ['a mobile by text', SAM, 'text'],
  ['a mobile by call', SAM, 'call'],
  ['a landline', ROBIN, 'call'],
]

describe.each(RESIDENTS)('a resident with %s', (_name, person, by) => {
  it('gets from the gate to the reference, logs out, and gets back in through the phone', async () => {
    const resident = service.resident()
    await goToGate(resident)
    expect(resident.page.text).toContain(
      'In order to progress with this form you must either log in or complete a simple registration for a new login',
    )
    await registerWhole(resident, service, person, by)
    expect(resident.page.heading).toBe('Your details')
    expect(resident.valueOf('First name')).toBe(person.firstName)
    expect(resident.page.text).toContain(person.email)
    resident.fill('Telephone number (optional)', '01632 960456')
    await answerForThemselves(resident)
    expect(resident.page.heading).toBe('Check your answers before you send your request')
    const reference = await submit(resident)
    expect(resident.page.path).toBe('/account-request/done')
    const copy = await service.messageTo(person.email, 'email')
    expect(copy.subject).toBe('We have your account request')
    expect(copy.text).toContain(reference)
    expect(copy.text).toContain('27 March 1951')
    expect(copy.html).not.toMatch(/<p><h2>|<\/dl><\/p>/u)

    await logOut(resident, person)
    expect((await resident.visit('/account-request')).heading).not.toBe('Request sent')
    await resident.visit('/account')
    await giveEmailAndPassword(resident, person)
    expect(resident.page.heading).toBe('Confirm that it is you')
    await resident.visit('/account')
    expect(resident.page.heading).not.toBe('Your account')
    await resident.visit('/login')
    await provePhone(resident, service, person, by)
    expect(resident.page.heading).toBe('Your account')
    expect(resident.page.text).toContain(`We have your request Reference ${reference}`)
  })
})

it('offers a landline no text, and a mobile both', async () => {
  const [mobile, landline] = [service.resident(), service.resident()]
  for (const [resident, person] of [
    [mobile, SAM],
    [landline, ROBIN],
  ] as const) {
    await goToGate(resident)
    await askForEmailCode(resident, person.email)
    await verifyEmail(resident, service, person.email)
    await create(resident, person)
    resident.fill('Phone number', person.phone)
    await resident.press('Continue')
  }
  expect(mobile.page.buttons).toEqual(['Send Code', 'Call Me'])
  expect(landline.page.buttons).toEqual(['Call Me'])
})

it('says where the email code is, from whom, and how to get another one', async () => {
  const resident = service.resident()
  await goToGate(resident)
  await askForEmailCode(resident, SAM.email)
  const sent = await service.messageTo(SAM.email)
  expect(sent.subject).toBe('Norfolk County Council account verification code')
  expect(resident.page.text).toContain('spam or junk folder')
  expect(resident.page.text).toContain('from Norfolk County Council')
  expect(resident.page.text).toContain(sent.subject)
  expect(resident.page.buttons).toContain('Send a new code')
  expect(resident.page.links).toContain('Use another email address')
})

it('asks about the other person when it is their record, and submits those answers only', async () => {
  const resident = service.resident()
  await goToGate(resident)
  await registerWhole(resident, service, SAM)
  await answerForSomeoneElse(resident)
  expect(resident.page.text).toContain('Mary Taylor')
  expect(resident.page.text).toContain('I am their advocate')
  expect(resident.page.text).not.toContain('27 March 1951')
  await submit(resident)
})

it('comes back to the check page after a change, and asks what the change raises', async () => {
  const resident = service.resident()
  await goToGate(resident)
  await registerWhole(resident, service, SAM)
  await answerForThemselves(resident)
  await resident.follow(/^Change.*your date of birth/iu)
  expect(resident.valueOf('Year')).toBe('1951')
  resident.fill('What is your date of birth?', '28 3 1951')
  await resident.press('Continue')
  expect(resident.page.path).toBe('/account-request/check-answers')
  expect(resident.page.text).toContain('28 March 1951')
  await resident.follow(/^Change.*whose record/iu)
  resident.choose('Whose record do you want to see?', 'Someone else’s')
  await resident.press('Continue')
  expect(resident.page.path).toBe('/account-request/person')
})

it('says to who goes back to what was sent that it was, and leads them to how it stands', async () => {
  const sam = service.resident()
  await goToGate(sam)
  expect(sam.page.text).not.toContain('You are signed in already')
  await registerWhole(sam, service, SAM)
  await sam.visit('/account-request/log-in')
  expect(sam.page.text).toContain('You are signed in already')
  await sam.visit('/account-request/your-details')
  await answerForThemselves(sam)
  await submit(sam)
  const { text } = await service.messageTo(SAM.email)
  expect(text).toContain('Your telephone number: Not provided')
  await sam.visit('/account-request/check-answers')
  expect(sam.page.heading).toBe('Request sent')
  expect(sam.page.notices).toEqual(['You have sent this already, so you cannot change it here.'])
  await sam.follow('See how your request stands')
  expect(sam.page.heading).toBe('Your account')
})

it('lets staff set up their login by the link, see the request, and activate the account', async () => {
  const resident = service.resident()
  await goToGate(resident)
  await registerWhole(resident, service, SAM)
  await answerForThemselves(resident)
  const reference = await submit(resident)

  const staff = await staffSetUp()
  await staff.visit('/admin')
  expect(staff.page.links).toContain('Account requests')
  await staff.follow('Account requests')
  expect(staff.page.text).toContain('Taylor')
  await staff.follow(new RegExp(reference, 'u'))
  expect(staff.page.text).toContain('27 March 1951')
  await staff.follow('Activate')
  await staff.press('Activate')
  expect(staff.page.text).toContain('It is now: Activated.')

  const activation = await service.messageTo(SAM.email, 'email')
  expect(activation.subject).toBe('Online Social Care Account activation')
  const person = service.resident()
  await person.visit(linkIn(activation, service.origin))
  await giveEmailAndPassword(person, SAM)
  await provePhone(person, service, SAM, 'text')
  await person.visit('/account')
  expect(person.page.text).toContain('Your account is active')
})

it('shows the admin to nobody without a role, and to nobody who is not signed in', async () => {
  const resident = service.resident()
  await resident.visit('/admin')
  expect(resident.page.heading).toBe('Sign in')
  await goToGate(resident)
  await registerWhole(resident, service, SAM)
  expect((await resident.visit('/admin')).status).toBe(403)
  expect((await resident.visit('/admin/account-request')).status).toBe(403)
})

/** A member of staff, set up through the link, signed in. */
async function staffSetUp(): Promise<Resident> {
  const pat: Person = {
    ...ROBIN,
    email: 'pat.reader@council.example.org',
    firstName: 'Pat',
    surname: 'Reader',
  }
  const added = await addStaff(service.running, { email: pat.email })
  if (added.status !== 'invited') throw new Error(added.status)
  const staff = service.resident()
  await staff.visit(linkIn({ text: added.link } as never, service.origin))
  expect(staff.page.path).toBe('/login/invited')
  expect(staff.page.text).toContain(pat.email)
  await staff.press('Continue')
  await create(staff, pat)
  await setUpPhone(staff, service, pat, 'call')
  return staff
}

async function logOut(resident: Resident, person: Person): Promise<void> {
  await resident.press(new RegExp(`^${person.firstName} ${person.surname}`, 'u'))
  expect(resident.page.path).toBe('/')
}
