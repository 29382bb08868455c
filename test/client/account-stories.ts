import type { Resident } from './resident.ts'
import type { SentMessage, TestService } from './service.ts'

export interface Person {
  readonly email: string
  readonly password: string
  readonly firstName: string
  readonly surname: string
  /** As they type it. */
  readonly phone: string
  /** As it is written on a message. */
  readonly number: string
}

export const SAM: Person = {
  email: 'sam.taylor@example.org',
  password: 'three purple kettles',
  firstName: 'Sam',
  surname: 'Taylor',
  phone: '07700 900123',
  number: '+447700900123',
}

export const ROBIN: Person = {
  email: 'robin.okafor@example.org',
  password: 'seven quiet bicycles',
  firstName: 'Robin',
  surname: 'Okafor',
  phone: '01632 960123',
  number: '+441632960123',
}

/** How the phone is used. */
export type By = 'text' | 'call'

/** From the first page to the gate. */
export async function goToGate(resident: Resident): Promise<void> {
  await resident.visit('/account-request')
  await resident.press('Continue')
}

/** From the gate to the code's page, the code sent. */
export async function askForEmailCode(resident: Resident, email: string): Promise<void> {
  await resident.press('Login or Register')
  await resident.follow('Sign up now')
  resident.fill('Email address', email)
  await resident.press('Send verification code')
}

export async function verifyEmail(
  resident: Resident,
  service: TestService,
  email: string,
): Promise<void> {
  resident.fill('Verification code', await service.codeTo(email))
  await resident.press('Verify code')
}

/** On the page "Create your login". */
export async function create(resident: Resident, person: Person): Promise<void> {
  resident.fill('Password', person.password)
  resident.fill('Confirm password', person.password)
  resident.fill('First name', person.firstName)
  resident.fill('Surname', person.surname)
  await resident.press('Create')
}

/** From the gate to the page that asks for the phone. */
export async function register(
  resident: Resident,
  service: TestService,
  person: Person,
): Promise<void> {
  await askForEmailCode(resident, person.email)
  await verifyEmail(resident, service, person.email)
  await create(resident, person)
}

/** Gives the new number and proves it; then the same once more, which signs the person in. */
export async function setUpPhone(
  resident: Resident,
  service: TestService,
  person: Person,
  by: By,
): Promise<void> {
  resident.fill('Phone number', person.phone)
  await resident.press('Continue')
  await provePhone(resident, service, person, by)
  await provePhone(resident, service, person, by)
}

/** On a page that offers the ways to use a phone, to where its proof leads. */
export async function provePhone(
  resident: Resident,
  service: TestService,
  { number }: Pick<Person, 'number'>,
  by: By,
): Promise<void> {
  if (by === 'text') {
    await resident.press('Send Code')
    resident.fill('Verification code', await service.codeTo(number))
    await resident.press('Verify code')
  } else {
    await resident.press('Call Me')
    await service.answerCall(number)
    await resident.press('Continue')
  }
}

/** From the gate to "Your details". */
export async function registerWhole(
  resident: Resident,
  service: TestService,
  person: Person,
  by: By = 'text',
): Promise<void> {
  await register(resident, service, person)
  await setUpPhone(resident, service, person, by)
}

/** On the page "Sign in", to the page that offers the ways to use the phone. */
export async function giveEmailAndPassword(resident: Resident, person: Person): Promise<void> {
  resident.fill('Email address', person.email)
  resident.fill('Password', person.password)
  await resident.press('Sign in')
}

/** On the page "Sign in", through the phone. */
export async function signIn(
  resident: Resident,
  service: TestService,
  person: Person,
  by: By = 'text',
): Promise<void> {
  await giveEmailAndPassword(resident, person)
  await provePhone(resident, service, person, by)
}

/** From "Your details" to the check page, for their own record. */
export async function answerForThemselves(resident: Resident): Promise<void> {
  await resident.press('Continue')
  resident.choose('Whose record do you want to see?', 'My own')
  await resident.press('Continue')
  resident.fill('What is your date of birth?', '27 3 1951')
  await resident.press('Continue')
  fillAddress(resident)
  await resident.press('Continue')
}

/** From "Your details" to the check page, for their mother's record. */
export async function answerForSomeoneElse(resident: Resident): Promise<void> {
  await resident.press('Continue')
  resident.choose('Whose record do you want to see?', 'Someone else’s')
  await resident.press('Continue')
  resident.fill('First name', 'Mary')
  resident.fill('Surname', 'Taylor')
  resident.choose('How are you related to them?', 'Something else')
  await resident.press('Continue')
  resident.fill('How do you know them?', 'I am their advocate')
  await resident.press('Continue')
  resident.fill('What is their date of birth?', '14 2 1931')
  await resident.press('Continue')
  fillAddress(resident)
  await resident.press('Continue')
  resident.choose('What lets you see their record?', 'I hold a lasting power of attorney')
  resident.tick(/^I confirm that I have/u)
  await resident.press('Continue')
}

export function fillAddress(resident: Resident): void {
  resident.fill('Address line 1', '1 High Street')
  resident.fill('Town or city', 'Norwich')
  resident.fill('Postcode', 'nr1 3ju')
}

/** Submits on the check page, and reads the reference. */
export async function submit(resident: Resident): Promise<string> {
  const page = await resident.press('Submit')
  const reference = /Your reference number\s*(\S+)/u.exec(page.text)?.[1]
  if (reference === undefined) throw new Error(`no reference on ${page.path}: "${page.text}"`)
  return reference
}

/** The path that a message's link leads to. */
export function linkIn(message: SentMessage, origin: string): string {
  const href = /https?:\/\/[^\s)<>"]+/u.exec(message.text)?.[0]
  if (href === undefined) throw new Error(`no link in "${message.subject ?? message.text}"`)
  return href.replace(origin, '')
}
