import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findPort, type RunningServer, startServer } from '../hostile/running-server.ts'
import { createLetterBox } from '../text-browsers/letter-box.ts'
import { type Firefox, firefox, startFirefox } from './marionette.ts'
import { createTab, type Tab } from './tab.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'footpath-firefox-'))
let server: RunningServer
let browser: Firefox
let tab: Tab

beforeAll(async () => {
  if (firefox === undefined) return
  server = await startServer(join(folder, 'data'), await findPort())
  browser = await startFirefox(firefox, folder)
  tab = createTab(browser)
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
}, 60_000)

const title = (words: string) =>
  firefox === undefined
    ? 'is not tried: Firefox is not on this machine (apt-get install firefox-esr)'
    : words

/** The page was swapped, not loaded: the document is the one from before. */
async function staysWith(press: () => Promise<void>, path: string): Promise<void> {
  await tab.run('window.stays = true')
  await press()
  await tab.at(path)
  expect(await tab.run('return window.stays === true')).toBe(true)
  // What a screen reader says next: the focus is on the new part, and the title is its title.
  await tab.until("document.activeElement === document.querySelector('main')")
  expect(await tab.run<string>('return document.title')).toContain(
    await tab.run<string>("return document.querySelector('h1').textContent.trim()"),
  )
}

async function isAccessible(): Promise<void> {
  const script = `${AXE}; return axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`
  expect(await tab.run<readonly string[]>(script)).toEqual([])
}

async function toName(): Promise<void> {
  await tab.visit(`${server.origin}/blue-badge`)
  await staysWith(() => tab.press('Continue'), '/blue-badge/applicant')
  await isAccessible()
  await tab.tick('Me')
  await staysWith(() => tab.press('Continue'), '/blue-badge/name')
}

describe.skipIf(firefox === undefined)('in a second engine', () => {
  test(title(
    'the Blue Badge is swapped page by page: title, address, focus, errors and axe',
  ), async () => {
    await toName()
    await isAccessible()
    await tab.press('Continue')
    await tab.until("document.activeElement.classList.contains('govuk-error-summary')")
    await tab.until("document.title.startsWith('Error: ')")
    await isAccessible()
    await tab.fill('First name', 'Ann')
    await tab.fill('Surname', 'Lee')
    await staysWith(() => tab.press('Continue'), '/blue-badge/birth')
  }, 120_000)

  test(title(
    'the Blue Badge leads through branches, items and check boxes to its reference',
  ), async () => {
    await tab.forget()
    const fill = async (texts: Readonly<Record<string, string>>) => {
      for (const [label, text] of Object.entries(texts)) await tab.fill(label, text)
    }
    const goOn = (place: string) => staysWith(() => tab.press('Continue'), `/blue-badge/${place}`)
    await tab.visit(`${server.origin}/blue-badge`)
    await goOn('applicant')
    await tab.tick('A child under 16')
    await goOn('child')
    await fill({ 'First name': 'Kim', Surname: 'Lee' })
    await goOn('name')
    await fill({ 'First name': 'Ann', Surname: 'Lee' })
    await goOn('birth')
    await fill({ Day: '27', Month: '3', Year: '1951' })
    await tab.press('Continue')
    await tab.until(
      "document.querySelector('main').textContent.includes('A child must be under 16')",
    )
    await tab.until("document.activeElement.classList.contains('govuk-error-summary')")
    await isAccessible()
    await fill({ Year: '2018' })
    await goOn('address')
    await fill({
      'Address line 1': '1 High Street',
      'Town or city': 'Norwich',
      Postcode: 'NR1 1AA',
    })
    await goOn('contact')
    await tab.tick('By post')
    await goOn('benefits')
    await tab.tick('Personal Independence Payment (PIP)')
    await goOn('award')
    await fill({ Day: '1', Month: '6', Year: '2040' })
    await goOn('medicines/list')
    await isAccessible()
    await tab.tick('No')
    await goOn('has-badge')
    await tab.tick('No')
    await goOn('vehicle/1')
    await tab.fill('What is its registration number?', 'AB12 CDE')
    await goOn('vehicle-driver/1')
    await tab.tick('The person with the badge')
    await goOn('vehicle/list')
    await tab.tick('No')
    await goOn('declaration')
    await tab.tick('What I have told you is true as far as I know')
    await goOn('check-answers')
    await isAccessible()
    await staysWith(() => tab.press('Change Your name'), '/blue-badge/name')
    await tab.fill('First name', 'Anna')
    await goOn('check-answers')
    await tab.until("document.querySelector('main').textContent.includes('Anna Lee')")
    await staysWith(() => tab.press('Send application'), '/blue-badge/done')
    await tab.until("/[A-Z0-9]{4}-[A-Z0-9]{4}/u.test(document.querySelector('main').textContent)")
    await isAccessible()
  }, 240_000)

  test(title('Back shows the page before, whole, with what was answered'), async () => {
    await tab.forget()
    await toName()
    await tab.fill('First name', 'Ann')
    await tab.fill('Surname', 'Lee')
    await staysWith(() => tab.press('Continue'), '/blue-badge/birth')
    await tab.back()
    await tab.at('/blue-badge/name')
    await tab.until("document.title.startsWith('What is your name?')")
    await tab.until("document.querySelector('main input[name$=firstName]').value === 'Ann'")
    expect(await tab.run("return document.querySelectorAll('header.fp-header').length")).toBe(1)
  }, 60_000)

  test(title('a double click posts once'), async () => {
    await tab.visit(`${server.origin}/blue-badge/name`)
    await tab.fill('First name', 'Ann')
    await tab.fill('Surname', 'Lee')
    await tab.run('performance.clearResourceTimings()')
    await tab.press('Continue', 2)
    await tab.at('/blue-badge/birth')
    const asked = await tab.run<readonly string[]>(
      "return performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)",
    )
    expect(asked.filter((path) => path === '/blue-badge/name')).toHaveLength(1)
  }, 120_000)

  test(title(
    'the Account Request leads from the gate through a new login to its reference',
  ), async () => {
    const letters = createLetterBox(server.origin)
    await tab.visit(`${server.origin}/account-request`)
    await staysWith(() => tab.press('Continue'), '/account-request/log-in')
    await tab.press('Login or Register')
    await tab.press('Sign up now')
    await tab.fill('Email address', 'fox@example.org')
    await tab.press('Send verification code')
    await tab.at('/login/verify-email')
    await tab.fill('Verification code', await letters.codeTo('fox@example.org'))
    await tab.press('Verify code')
    await tab.at('/login/create')
    await tab.fill('Password', 'three purple kettles')
    await tab.fill('Confirm password', 'three purple kettles')
    await tab.fill('First name', 'Sam')
    await tab.fill('Surname', 'Fox')
    await tab.press('Create')
    await tab.fill('Phone number', '07700 900126')
    await tab.press('Continue')
    for (const path of ['/login/phone-code', '/login/phone-check-code']) {
      await tab.press('Send Code')
      await tab.at(path)
      await tab.fill('Verification code', await letters.codeTo('+447700900126'))
      await tab.press('Verify code')
    }
    await tab.at('/account-request/your-details')
    await isAccessible()
    await tab.press('Continue')
    await tab.at('/account-request/whose-record')
    await tab.tick('My own')
    await tab.press('Continue')
    await tab.at('/account-request/your-date-of-birth')
    for (const [label, text] of [
      ['Day', '27'],
      ['Month', '3'],
      ['Year', '1951'],
    ] as const)
      await tab.fill(label, text)
    await tab.press('Continue')
    await tab.at('/account-request/your-address')
    await tab.fill('Address line 1', '1 High Street')
    await tab.fill('Town or city', 'Norwich')
    await tab.fill('Postcode', 'NR1 3JU')
    await staysWith(() => tab.press('Continue'), '/account-request/check-answers')
    await isAccessible()
    await tab.press('Submit')
    await tab.at('/account-request/done')
    await tab.until(
      "/Your reference number\\s*\\S+/u.test(document.querySelector('main').textContent)",
    )
    await isAccessible()
  }, 240_000)
})
