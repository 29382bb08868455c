import {
  askForEmailCode,
  create,
  giveEmailAndPassword,
  goToGate,
  linkIn,
  type Person,
  provePhone,
  registerWhole,
  setUpPhone,
  signIn,
  submit,
  verifyEmail,
} from './account-stories.ts'
import { addVehicle, declare, saysAnother } from './blue-badge-stories.ts'
import type { Resident } from './resident.ts'
import { HOUR, type TestService } from './service.ts'

const person = (name: string, phone: string, number: string): Person => ({
  email: `${name}.mailcanary@example.org`,
  password: `${name} passwordcanary kettle`,
  firstName: `${name}firstcanary`,
  surname: `${name}lastcanary`,
  phone,
  number,
})
export const ANN = person('ann', '07700 900117', '+447700900117')
const BOB = person('bob', '01632 960227', '+441632960227')
export const TESS = person('tess', '01632 960337', '+441632960337')
const PEOPLE = [ANN, BOB, TESS]
const NEW_NUMBER = { ...ANN, phone: '07700 900447', number: '+447700900447' }
const NEW_PASSWORD = 'renewed passwordcanary lamp'
const WRONG_PASSWORD = 'mistaken passwordcanary shed'

/** Of others, or of special categories: never in a message (R-DP-07). */
export const OTHERS = [
  'personfirstcanary',
  'personlastcanary',
  'acquaintancecanary',
  'theirlinecanary',
  'theirtowncanary',
  'theirpostcode',
  '1931-02-14',
  '14 February 1931',
  'I hold a lasting power of attorney',
  'Someone else’s',
  'childfirstcanary',
  'childlastcanary',
  'difficultycanary',
  'medicinecanary',
  'dosecanary',
  'drivercanary',
  'badgefirstcanary',
  'badgelinecanary',
  'CNRY97',
  'badge.mailcanary@example.org',
  '07700 900557',
  '+447700900557',
  'troublecanary',
  'reasoncanary',
  'PLT8 CNR',
]
/** What people say of themselves. */
export const OWN = [
  ...PEOPLE.flatMap((one) => [one.firstName, one.surname, one.email, one.phone, one.number]),
  NEW_NUMBER.phone,
  NEW_NUMBER.number,
  'ownlinecanary',
  'owntowncanary',
  '1951-03-27',
  '27 March 1951',
  '01632 960667',
  '+441632960667',
]
export const PASSWORDS = [...PEOPLE.map(({ password }) => password), NEW_PASSWORD, WRONG_PASSWORD]
/** What staff write to a person. */
export const NOTE = 'notecanary'
async function answerWholly(ann: Resident, service: TestService): Promise<void> {
  ann.fill('Telephone number (optional)', '01632 960667')
  await ann.press('Continue')
  ann.choose('Whose record do you want to see?', 'Someone else’s')
  await ann.press('Continue')
  ann.fill('First name', 'Personfirstcanary')
  ann.fill('Surname', 'Personlastcanary')
  ann.choose('How are you related to them?', 'Something else')
  await ann.press('Continue')
  ann.fill('How do you know them?', 'I am their acquaintancecanary')
  await ann.press('Save and come back later')
  await ann.visit(linkIn(await service.messageTo(ANN.email), service.origin))
  await ann.press('Continue')
  ann.fill('What is their date of birth?', '14 2 1931')
  await ann.press('Continue')
  fillAddress(ann, 'their')
  await ann.press('Continue')
  ann.choose('What lets you see their record?', 'I hold a lasting power of attorney')
  ann.tick(/^I confirm that I have/u)
  await ann.press('Continue')
}

function fillAddress(one: Resident, whose: string): void {
  one.fill('Address line 1', `1 ${whose}linecanary`)
  one.fill('Town or city', `${whose}towncanary`)
  one.fill('Postcode', 'nr1 3ju')
}

async function requestOwn(bob: Resident): Promise<string> {
  await bob.press('Continue')
  bob.choose('Whose record do you want to see?', 'My own')
  await bob.press('Continue')
  bob.fill('What is your date of birth?', '27 3 1951')
  await bob.press('Continue')
  fillAddress(bob, 'own')
  await bob.press('Continue')
  return submit(bob)
}

async function move(staff: Resident, at: string, reference: string, label: string): Promise<void> {
  await staff.visit(at)
  await staff.follow(reference)
  await staff.follow(label)
  if (label === 'Reject') staff.fill('Why can we not give them an account?', NOTE)
  if (label === 'Remove the number') staff.fill('Why', 'reasoncanary')
  await staff.press(label)
}

/** Invitation, registration, a wrong code, saving for later, submission, activation and rejection. */
export async function walkAccountRequest(staff: Resident, service: TestService): Promise<void> {
  await staff.visit('/admin/account-request')
  await staff.follow('Invite somebody')
  staff.fill('Email address', ANN.email)
  staff.fill('First name', ANN.firstName)
  staff.fill('Surname', ANN.surname)
  await staff.press('Send invitation')
  const ann = service.resident()
  await ann.visit(linkIn(await service.messageTo(ANN.email), service.origin))
  await ann.press('Continue')
  await askForEmailCode(ann, ANN.email)
  ann.fill('Verification code', '000000')
  await ann.press('Verify code')
  await verifyEmail(ann, service, ANN.email)
  await create(ann, ANN)
  await setUpPhone(ann, service, ANN, 'text')
  await answerWholly(ann, service)
  const reference = await submit(ann)
  const bob = service.resident()
  await goToGate(bob)
  await registerWhole(bob, service, BOB, 'call')
  const other = await requestOwn(bob)
  await move(staff, '/admin/account-request', reference, 'Activate')
  await move(staff, '/admin/account-request', other, 'Reject')
  await staff.visit('/admin/account-request/invitations')
  await ann.visit('/account')
  await ann.follow(/^Account Request [A-Z0-9]{4}-/u)
}

/** A wrong password, a lost phone, a new number; then a forgotten password. */
export async function walkSignIn(staff: Resident, service: TestService): Promise<void> {
  service.pass(HOUR)
  const asking = service.resident()
  await asking.visit('/account')
  await giveEmailAndPassword(asking, { ...ANN, password: WRONG_PASSWORD })
  await giveEmailAndPassword(asking, ANN)
  await asking.follow("Can't access this phone number?")
  asking.fill('What has happened to this phone number?', 'troublecanary')
  await asking.press('Send')
  const reference = /Your reference number\s*(\S+)/u.exec(asking.page.text)?.[1] ?? ''
  await staff.visit('/admin')
  await signIn(staff, service, TESS, 'call')
  await move(staff, '/admin/login', reference, 'Remove the number')
  const back = service.resident()
  await back.visit('/account')
  await giveEmailAndPassword(back, ANN)
  await back.press('Send verification code')
  await verifyEmail(back, service, ANN.email)
  await setUpPhone(back, service, NEW_NUMBER, 'text')
  await back.follow(/^Account Request [A-Z0-9]{4}-/u)
  service.pass(HOUR)
  const forgetful = service.resident()
  await forgetful.visit('/account')
  forgetful.fill('Email address', ANN.email)
  await forgetful.follow('Forgotten your password?')
  forgetful.fill('Email address', ANN.email)
  await forgetful.press('Send verification code')
  forgetful.fill('Verification code', await service.codeTo(ANN.email))
  await forgetful.press('Verify code')
  forgetful.fill('New password', NEW_PASSWORD)
  forgetful.fill('Confirm password', NEW_PASSWORD)
  await forgetful.press('Change password')
  await forgetful.press('Sign in')
  await giveEmailAndPassword(forgetful, { ...NEW_NUMBER, password: NEW_PASSWORD })
  await provePhone(forgetful, service, NEW_NUMBER, 'text')
  await forgetful.follow(/^Account Request [A-Z0-9]{4}-/u)
}

/** For a child, on foot, with a medicine and a driver. */
export async function walkBlueBadge(service: TestService): Promise<void> {
  const one = service.resident()
  await one.visit('/blue-badge')
  await one.press('Continue')
  one.choose('Who is the badge for?', 'A child under 16')
  await one.press('Continue')
  for (const whose of ['child', 'badge']) {
    one.fill('First name', `${whose}firstcanary`)
    one.fill('Surname', `${whose}lastcanary`)
    await one.press('Continue')
  }
  one.fill('Date of birth', '14 2 2020')
  await one.press('Continue')
  fillAddress(one, 'badge')
  await one.press('Continue')
  one.choose('How may we get in touch with you?', 'By email', 'By phone')
  await one.press('Continue')
  one.fill('Email address', 'badge.mailcanary@example.org')
  await one.press('Continue')
  one.fill('Phone number', '07700 900557')
  await one.press('Continue')
  one.choose('Do you get any of these benefits?', 'No, none of these')
  await one.press('Continue')
  one.fill(/^How far can you walk/u, '137')
  one.fill(/^How long does/u, '31')
  one.choose('What do you use to help you walk?', 'A walking frame')
  await one.press('Continue')
  one.fill('What makes walking hard for you?', 'difficultycanary')
  await one.press('Continue')
  one.choose('Do you want to add a medicine?', 'Yes')
  await one.press('Continue')
  one.fill('What is the medicine called?', 'medicinecanary')
  one.fill('How much do you take, and how often?', 'dosecanary')
  await one.press('Continue')
  one.choose(/add another medicine/u, 'No')
  await one.press('Continue')
  one.choose('Do you have a Blue Badge now?', 'Yes')
  await one.press('Continue')
  one.fill('What is the number of your badge?', 'CNRY97')
  one.fill('When does your badge run out?', '3 2029')
  await one.press('Continue')
  await addVehicle(one, 'PLT8 CNR', 'Drivercanary')
  await saysAnother(one, 'No')
  await declare(one)
  await one.press('Send application')
  await one.press('Start again')
}
