import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './axe.ts'

async function atName(page: Page): Promise<void> {
  await page.goto('/blue-badge')
  await press(page, 'Continue')
  await page.getByLabel('Me', { exact: true }).check()
  await press(page, 'Continue')
  await page.waitForURL('**/name')
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
}

test('a press swaps the page’s own part: title, address and focus follow, and the document stays', async ({
  page,
}) => {
  await page.goto('/blue-badge')
  await page.evaluate('window.stays = true')
  await press(page, 'Continue')
  await page.waitForURL('**/applicant')
  await expect(page).toHaveTitle(/^Who is the badge for\?/u)
  await expect(page.locator('main')).toBeFocused()
  expect(await page.evaluate('window.stays')).toBe(true)
})

test('errors come in place, with the focus on the summary and no entry in the history', async ({
  page,
}) => {
  await atName(page)
  const before = await page.evaluate('history.length')
  for (let tries = 0; tries < 2; tries++) {
    await press(page, 'Continue')
    await expect(page.locator('.govuk-error-summary')).toBeFocused()
  }
  await expect(page).toHaveTitle(/^Error: What is your name\?/u)
  expect(await page.evaluate('history.length')).toBe(before)
  await page.goBack()
  await page.waitForURL('**/applicant')
  await expect(page.getByLabel('Me', { exact: true })).toBeChecked()
})

test('a request that fails says so in words and loses nothing', async ({ page }) => {
  await atName(page)
  await page.getByLabel('First name').fill('Ann')
  await page.route('**/blue-badge/name', (route) => route.abort())
  await press(page, 'Continue')
  await expect(page.locator('#page-failed')).toContainText('We could not reach the service')
  await expect(page.getByLabel('First name')).toHaveValue('Ann')
})

test('a proxy’s error page never empties the page', async ({ page }) => {
  await atName(page)
  await page.route('**/blue-badge/name', (route) =>
    route.fulfill({ status: 502, contentType: 'text/plain', body: 'Bad Gateway' }),
  )
  await press(page, 'Continue')
  await expect(page.locator('#page-failed')).toContainText('There is a problem')
  await expect(page.getByLabel('First name')).toBeVisible()
})

test('a slow request says so politely, takes it back, and arrives', async ({ page }) => {
  await page.clock.install()
  await atName(page)
  await page.getByLabel('First name').fill('Ann')
  await page.getByLabel('Surname').fill('Lee')
  let goOn = () => {}
  const held = new Promise<void>((resolve) => {
    goOn = resolve
  })
  await page.route('**/blue-badge/name', async (route) => {
    await held
    await route.continue()
  })
  await press(page, 'Continue')
  const slow = page.locator('#page-slow')
  await expect(slow).toBeEmpty()
  await page.clock.fastForward(5_100)
  await expect(slow).toHaveText(/longer than usual/u)
  await expect(slow).toHaveAttribute('role', 'status')
  await expect(page.getByLabel('First name')).toHaveValue('Ann')
  goOn()
  await page.waitForURL('**/birth')
  await expect(slow).toBeEmpty()
})

test('a press that is refused says so on the page, with what was typed', async ({ page }) => {
  await atName(page)
  await page.getByLabel('First name').fill('Ann')
  await page.evaluate("document.querySelector('main [name=page]').value = 'forged'")
  await press(page, 'Continue')
  await expect(page.locator('main')).toContainText(
    /Nothing was changed|try again|Check your answers/iu,
  )
  await expect(page.locator('h1')).toBeVisible()
  await expect(page.getByLabel('First name')).toHaveValue('Ann')
  await expect(page).toHaveTitle(/^Error: /u)
})

test('a press that is refused as too many says so, and the page stays whole', async ({ page }) => {
  await atName(page)
  await page.route('**/blue-badge/name', (route) =>
    route.fulfill({ status: 429, contentType: 'text/html', body: '<h1>Too many</h1>' }),
  )
  await press(page, 'Continue')
  await expect(page.locator('#page-failed')).toContainText('There is a problem')
  await expect(page.getByLabel('First name')).toBeVisible()
})

test('Back and Forward show pages whole, with their titles', async ({ page }) => {
  await atName(page)
  await page.getByLabel('First name').fill('Ann')
  await page.getByLabel('Surname').fill('Lee')
  await press(page, 'Continue')
  await page.waitForURL('**/birth')
  await page.goBack()
  await page.waitForURL('**/name')
  await expect(page).toHaveTitle(/^What is your name\?/u)
  await expect(page.getByLabel('First name')).toHaveValue('Ann')
  await page.goForward()
  await page.waitForURL('**/birth')
  await expect(page).toHaveTitle(/^Date of birth/u)
  await expect(page.locator('header.fp-header')).toHaveCount(1)
})

test('a double click posts once', async ({ page }) => {
  await atName(page)
  await page.getByLabel('First name').fill('Ann')
  await page.getByLabel('Surname').fill('Lee')
  const posts: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST') posts.push(request.url())
  })
  await page.getByRole('button', { name: 'Continue' }).dblclick()
  await page.waitForURL('**/birth')
  expect(posts).toHaveLength(1)
})

test('nothing breaks the content security policy', async ({ page }) => {
  const reports: string[] = []
  page.on('console', (message) => {
    if (/content security policy/iu.test(message.text())) reports.push(message.text())
  })
  await atName(page)
  await press(page, 'Continue')
  await expect(page.locator('.govuk-error-summary')).toBeVisible()
  await page.goto('/login/sign-in')
  await page.goto('/dev/messages')
  expect(reports).toEqual([])
})

test('with scripts blocked the pages are as accessible', async ({ page }) => {
  await page.route('**/*.js', (route) => route.abort())
  await page.goto('/blue-badge')
  await expectAccessible(page)
  await press(page, 'Continue')
  await page.waitForURL('**/applicant')
  await expectAccessible(page)
  await press(page, 'Continue')
  await expect(page.locator('.govuk-error-summary')).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Me', { exact: true }).check()
  await press(page, 'Continue')
  await page.waitForURL('**/name')
  await expectAccessible(page)
})

test('before a session ends it is asked whether somebody is there; the answer is a request, and the focus goes back', async ({
  page,
}) => {
  const dialog =
    '<dialog aria-label="We will log you out" data-after="1500" data-stay="/account/stay-signed-in" data-show="<p>We will log you out</p><form method=dialog data-hx-boost=false><button>Stay signed in</button></form>"></dialog>'
  await page.route('**/blue-badge/start', async (route) => {
    const response = await route.fetch()
    const body = (await response.text()).replace('</header>', `${dialog}</header>`)
    await route.fulfill({ response, body })
  })
  await page.goto('/blue-badge/start')
  const go = page.getByRole('button', { name: 'Continue', exact: true })
  await go.focus()
  const stay = page.getByRole('button', { name: 'Stay signed in' })
  await expect(stay).toBeFocused()
  await expect(page.getByRole('dialog', { name: 'We will log you out' })).toBeVisible()
  const asked = page.waitForRequest('**/account/stay-signed-in')
  await stay.press('Enter')
  await asked
  await expect(page.locator('dialog')).not.toBeVisible()
  await expect(go).toBeFocused()
  await expect(page).toHaveURL(/\/blue-badge\/start$/u)
})
