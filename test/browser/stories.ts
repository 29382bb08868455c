import type { APIRequestContext, Page } from '@playwright/test'
import { codeTo } from './messages.ts'

export interface Person {
  readonly email: string
  readonly firstName: string
  readonly surname: string
  /** As they type it: a mobile. */
  readonly phone: string
}

export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
}

/** On the page that makes a login. */
export async function createLogin(page: Page, person: Person): Promise<void> {
  await page.getByLabel('Password', { exact: true }).fill('three purple kettles')
  await page.getByLabel('Confirm password').fill('three purple kettles')
  await page.getByLabel('First name').fill(person.firstName)
  await page.getByLabel('Surname').fill(person.surname)
  await press(page, 'Create')
}

/** From the page that asks for the phone, by two texts, to being signed in. */
export async function setUpPhone(
  page: Page,
  request: APIRequestContext,
  { phone }: Person,
): Promise<void> {
  const number = `+44${phone.slice(1).replaceAll(' ', '')}`
  await page.getByLabel('Phone number').fill(phone)
  await press(page, 'Continue')
  for (const place of ['phone-code', 'phone-check-code']) {
    await press(page, 'Send Code')
    await page.waitForURL(`**/login/${place}`)
    await page.getByLabel('Verification code').fill(await codeTo(request, number, 'sms'))
    await press(page, 'Verify code')
    await page.waitForURL((url) => !url.pathname.endsWith(place))
  }
}

/** A whole Account Request, to its reference. */
export async function requestAccount(
  page: Page,
  request: APIRequestContext,
  person: Person,
): Promise<string> {
  await page.goto('/account-request')
  await press(page, 'Continue')
  await press(page, 'Login or Register')
  await page.getByRole('link', { name: 'Sign up now' }).click()
  await page.getByLabel('Email address').fill(person.email)
  await press(page, 'Send verification code')
  await page.getByLabel('Verification code').fill(await codeTo(request, person.email, 'email'))
  await press(page, 'Verify code')
  await createLogin(page, person)
  await setUpPhone(page, request, person)
  await page.waitForURL('**/your-details')
  await press(page, 'Continue')
  await page.getByLabel('My own').check()
  await press(page, 'Continue')
  await page.getByLabel('Day').fill('27')
  await page.getByLabel('Month').fill('March')
  await page.getByLabel('Year').fill('1951')
  await press(page, 'Continue')
  await page.getByLabel('Address line 1').fill('1 High Street')
  await page.getByLabel('Town or city').fill('Norwich')
  await page.getByLabel('Postcode').fill('nr1 1aa')
  await press(page, 'Continue')
  await press(page, 'Submit')
  await page.waitForURL('**/done')
  const text = (await page.locator('main').textContent()) ?? ''
  return /[A-Z0-9]{4}-[A-Z0-9]{4}/u.exec(text)?.[0] ?? ''
}
