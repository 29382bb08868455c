import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { type APIRequestContext, expect, type Page, test } from '@playwright/test'
import { type StartedApp, startApp } from '../../src/cli/walk/start-app.ts'
import { JPG, PDF, PNG, PROGRAM } from '../files/made-files.ts'
import { ENDING } from '../format/forms-of.ts'
import { writeFormsWithLogin } from '../http/forms-with-staff.ts'
import { expectAccessible } from './axe.ts'
import { codeTo, pressHash } from './messages.ts'

const FORMS = {
  proof: {
    fields: {
      name: { title: 'Full name', type: 'string', maxLength: 40 },
      proof: {
        title: 'Proof of your address',
        type: 'string',
        contentMediaType: 'application/pdf',
        field: { accept: ['pdf'], maxSize: '2MB' },
      },
      letters: {
        title: 'Letters',
        type: 'array',
        maxItems: 3,
        items: { type: 'string', contentMediaType: 'image/*' },
      },
    },
    required: ['name', 'proof', 'letters'],
    flow: `
title: Proof
steps:
  proof: { title: Your proof, fields: [name, proof] }
  letters: { title: Your letters, fields: [letters] }
${ENDING}`,
  },
}

let app: StartedApp
let remove: () => void
test.beforeAll(async () => {
  const forms = writeFormsWithLogin(FORMS)
  remove = forms.remove
  app = await startApp(forms.dir)
})
test.afterAll(async () => {
  await app.remove()
  remove()
})

test.setTimeout(240_000)

const chosen = (buffer: Buffer, name: string) => ({ name, mimeType: 'application/pdf', buffer })

test('files are uploaded, refused, listed, removed, sent, and fetched by staff', async ({
  page,
  playwright,
  javaScriptEnabled,
}) => {
  const press = (name: string | RegExp) =>
    page.getByRole('button', { name, exact: typeof name === 'string' }).click()
  const seen = async () => {
    if (javaScriptEnabled) await expectAccessible(page)
  }
  const main = page.locator('main')

  await page.goto(`${app.origin}/proof`)
  await page.getByLabel('Proof of your address').setInputFiles(chosen(PROGRAM, 'tax.pdf'))
  await press('Continue')
  await expect(page.locator('.govuk-error-summary')).toContainText(
    'The selected file must be a PDF',
  )
  await expect(page.locator('.govuk-error-summary')).toContainText('Enter full name')
  await expect(page.locator('.govuk-error-summary')).toBeFocused()
  await seen()
  await page.getByLabel('Proof of your address').setInputFiles(chosen(PDF, 'council tax.pdf'))
  await press('Continue')
  await expect(main).toContainText('council tax.pdf (1KB)')
  await seen()
  // Enter in a box is no "Remove".
  await page.getByLabel('Full name').fill('Sam')
  await page.getByLabel('Full name').press('Enter')
  await page.waitForURL('**/proof/letters')
  await seen()

  await press('Upload files')
  await expect(page.locator('.govuk-error-summary')).toContainText('Select a file before')
  await page.getByLabel('Letters').setInputFiles([chosen(JPG, 'one.jpg'), chosen(PNG, 'two.png')])
  await press('Upload files')
  await expect(main).toContainText('one.jpg (1KB)')
  await expect(main).toContainText('two.png (1KB)')
  await seen()
  await press('Remove one.jpg')
  await expect(main).not.toContainText('one.jpg')
  await press('Continue')
  await page.waitForURL('**/proof/check')
  await expect(main).toContainText('council tax.pdf (1KB)')
  await seen()
  await press('Send')
  await page.waitForURL('**/proof/done')
  const reference = /[A-Z0-9]{4}-[A-Z0-9]{4}/u.exec((await main.textContent()) ?? '')?.[0] ?? ''

  const request = await playwright.request.newContext({ baseURL: app.origin })
  await becomeStaff(page, request, javaScriptEnabled)
  await page.goto(`${app.origin}/admin/proof`)
  await page.getByRole('link', { name: reference }).click()
  await expect(main).toContainText('council tax.pdf')
  await seen()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: /council tax\.pdf/u }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('council tax.pdf')
  expect(readFileSync(await file.path()).equals(PDF)).toBe(true)
  await expect(main).toContainText('council tax.pdf')
})

/** Sets a password and a phone by the link of a new member of staff. */
async function becomeStaff(
  page: Page,
  request: APIRequestContext,
  withScript: boolean | undefined,
): Promise<void> {
  const said = execFileSync(
    process.execPath,
    ['src/cli/footpath.mjs', 'staff', 'add', `jo-${withScript}@example.org`],
    { env: { ...process.env, DATA_DIR: app.dataDir, PUBLIC_ORIGIN: app.origin }, encoding: 'utf8' },
  )
  const link = /https?:\/\/\S+/u.exec(said)?.[0] ?? ''
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  const number = withScript ? '+447700900123' : '+447700900124'
  await page.goto(link)
  await press('Continue')
  await page.getByLabel('Password', { exact: true }).fill('three purple kettles')
  await page.getByLabel('Confirm password').fill('three purple kettles')
  await page.getByLabel('First name').fill('Jo')
  await page.getByLabel('Surname').fill('Reed')
  await press('Create')
  await page.getByLabel('Phone number').fill(number)
  await press('Continue')
  await press('Call Me')
  await pressHash(request, number)
  if (!withScript) await press('Continue')
  await press('Send Code')
  await page.getByLabel('Verification code').fill(await codeTo(request, number, 'sms'))
  await press('Verify code')
  await expect(page.getByRole('button', { name: /log out/u })).toBeVisible()
}
