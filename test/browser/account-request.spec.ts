import { expect, test } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { blockScripts, isBlocked } from './blocked.ts'
import { codeTo, pressHash } from './messages.ts'
import { press } from './stories.ts'

test.beforeEach(({ page }, { project }) => blockScripts(page, project))

// axe looks at each of some seventeen pages.
test.setTimeout(120_000)

/** The addresses of a whole journey: the same with JavaScript and without. */
const WAY = [
  '/account-request/start',
  '/account-request/log-in',
  '/login/sign-in',
  '/login/sign-up',
  '/login/verify-email',
  '/login/create',
  '/login/phone',
  '/login/phone-method',
  '/login/phone-call',
  '/login/phone-check',
  '/login/phone-check-code',
  '/account-request/your-details',
  '/account-request/whose-record',
  '/account-request/your-date-of-birth',
  '/account-request/your-address',
  '/account-request/check-answers',
  '/account-request/done',
]

const PHONES: Readonly<Record<string, string>> = {
  js: '07700 900123',
  'no-js': '07700 900124',
  blocked: '07700 900128',
}

test('a resident goes from the gate to the reference, by the same addresses with JavaScript and without', async ({
  page,
  request,
  javaScriptEnabled,
}, { project }) => {
  const email = `sam-${project.name}@example.org`
  const phone = PHONES[project.name] ?? ''
  const number = `+44${phone.slice(1).replaceAll(' ', '')}`
  const seen: string[] = []
  const arrive = async () => {
    const next = WAY[seen.length] ?? ''
    await page.waitForURL(`**${next}`)
    seen.push(next)
    if (javaScriptEnabled) await expectAccessible(page)
  }
  await page.goto('/account-request')
  await arrive()
  await press(page, 'Continue')
  await arrive()
  await expect(page.locator('main')).toContainText(
    'In order to progress with this form you must either log in or complete a simple registration for a new login',
  )
  await press(page, 'Login or Register')
  await arrive()
  await page.getByRole('link', { name: 'Sign up now' }).click()
  await arrive()
  await page.getByLabel('Email address').fill(email)
  await press(page, 'Send verification code')
  await arrive()
  await page.getByLabel('Verification code').fill(await codeTo(request, email, 'email'))
  await press(page, 'Verify code')
  await arrive()
  await page.getByLabel('Password', { exact: true }).fill('three purple kettles')
  await page.getByLabel('Confirm password').fill('three purple kettles')
  await page.getByLabel('First name').fill('Sam')
  await page.getByLabel('Surname').fill('Taylor')
  await press(page, 'Create')
  await arrive()
  await page.getByLabel('Phone number').fill(phone)
  await press(page, 'Continue')
  await arrive()
  await press(page, 'Call Me')
  await arrive()
  await pressHash(request, number)
  // With JavaScript the page moves on by itself.
  if (!javaScriptEnabled || isBlocked(project)) await press(page, 'Continue')
  await arrive()
  await press(page, 'Send Code')
  await arrive()
  await page.getByLabel('Verification code').fill(await codeTo(request, number, 'sms'))
  await press(page, 'Verify code')
  await arrive()
  await expect(page.getByLabel('First name')).toHaveValue('Sam')
  await press(page, 'Continue')
  await arrive()
  await page.getByLabel('My own').check()
  await press(page, 'Continue')
  await arrive()
  await page.getByLabel('Day').fill('27')
  await page.getByLabel('Month').fill('March')
  await page.getByLabel('Year').fill('1951')
  await press(page, 'Continue')
  await arrive()
  await page.getByLabel('Address line 1').fill('1 High Street')
  await page.getByLabel('Town or city').fill('Norwich')
  await page.getByLabel('Postcode').fill('nr1 1aa')
  await press(page, 'Continue')
  await arrive()
  await expect(page.locator('main')).toContainText('27 March 1951')
  await press(page, 'Submit')
  await arrive()
  await expect(page.locator('main')).toContainText(/[A-Z0-9]{4}-[A-Z0-9]{4}/u)
  expect(seen).toEqual(WAY)
  await page.getByRole('button', { name: 'Sam Taylor' }).click()
  await page.waitForURL('**/')
  await page.goBack()
  await expect(page.locator('body')).not.toContainText('1 High Street')
})

test('errors stand in place, and the summary has the focus', async ({
  page,
  javaScriptEnabled,
}) => {
  await page.goto('/login/sign-in')
  await press(page, 'Sign in')
  await expect(page.locator('.govuk-error-summary')).toBeFocused()
  await expect(page).toHaveTitle(/^Error: Sign in/u)
  await expect(page).toHaveURL(/\/login\/sign-in$/u)
  if (javaScriptEnabled) await expectAccessible(page)
  await page.getByRole('link', { name: 'Enter your password' }).click()
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused()
})
