import { expect, test } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { messageTo } from './messages.ts'
import { addStaff } from './service.ts'
import { createLogin, press, requestAccount, setUpPhone } from './stories.ts'

const WHY = 'The date on your letter is another one.'

test('staff ask a resident for more, the resident answers, and staff see what changed', async ({
  page,
  request,
  browser,
  javaScriptEnabled,
}) => {
  test.setTimeout(120_000)
  const digit = javaScriptEnabled ? 5 : 6
  const sam = {
    email: `sam.more-${javaScriptEnabled}@example.org`,
    firstName: 'Sam',
    surname: 'Taylor',
    phone: `07700 90012${digit}`,
  }
  const pat = {
    email: `pat-${javaScriptEnabled}@example.org`,
    firstName: 'Pat',
    surname: 'Morgan',
    phone: `07700 90013${digit}`,
  }
  const reference = await requestAccount(page, request, sam)

  const office = await browser.newContext({ javaScriptEnabled: javaScriptEnabled ?? true })
  const desk = await office.newPage()
  await desk.goto(addStaff(pat.email))
  await press(desk, 'Continue')
  await createLogin(desk, pat)
  await setUpPhone(desk, request, pat)
  await desk.goto('/admin/account-request')
  if (javaScriptEnabled) await expectAccessible(desk)
  await desk.getByRole('link', { name: reference }).click()
  if (javaScriptEnabled) await expectAccessible(desk)
  await desk.getByRole('link', { name: 'Ask for more' }).click()
  await desk.getByLabel('What is your date of birth?').check()
  await desk.getByLabel('Why do you need this from them?').fill(WHY)
  if (javaScriptEnabled) await expectAccessible(desk)
  await press(desk, 'Ask for more')
  await expect(desk.locator('main')).toContainText('It is now: More needed.')

  const email = await messageTo(request, sam.email, 'email')
  expect(email.text).toContain(WHY)
  await page.goto(/https?:\S+/u.exec(email.text)?.[0] ?? '')
  await expect(page.locator('h1')).toHaveText('We need more from you')
  await expect(page.locator('main')).toContainText(WHY)
  if (javaScriptEnabled) await expectAccessible(page)
  await page.getByLabel('Month').fill('31st')
  await press(page, 'Send')
  await expect(page.locator('.govuk-error-summary')).toBeFocused()
  if (javaScriptEnabled) await expectAccessible(page)
  await page.getByLabel('Month').fill('April')
  await press(page, 'Send')
  await expect(page.locator('h1')).toHaveText('We have your answers')

  await desk.reload()
  await expect(desk.locator('main')).toContainText('27 April 1951')
  await expect(desk.locator('main')).toContainText('27 March 1951')
  if (javaScriptEnabled) await expectAccessible(desk)
  await office.close()
})
