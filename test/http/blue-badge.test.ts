import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Submission } from '../../src/answers/draft.ts'
import { submissions } from '../../src/store/records.ts'
import { fillAddress } from '../client/account-stories.ts'
import {
  addVehicle,
  answerAboutBenefit,
  answerAboutPerson,
  declare,
  saysAnother,
  skipMedicinesAndBadge,
} from '../client/blue-badge-stories.ts'
import type { Resident } from '../client/resident.ts'
import { startTestService, type TestService } from '../client/service.ts'

let service: TestService
let resident: Resident
beforeEach(async () => {
  service = await startTestService()
  resident = service.resident()
})
afterEach(() => service.close())

async function theSubmission(): Promise<Submission> {
  const { store } = service.running
  const [id, second] = await store.ids(submissions)
  expect(second).toBeUndefined()
  const found = await store.read(submissions, id ?? '')
  if (!found) throw new Error('nothing was submitted')
  return found.value
}

/** Words of the check page: key → value. */
function checked(): ReadonlyMap<string, string> {
  const rows = resident.page.html.matchAll(
    /<dt[^>]*summary-list__key[^>]*>([\s\S]*?)<\/dt>\s*<dd[^>]*>([\s\S]*?)<\/dd>/gu,
  )
  const words = (html = '') =>
    html
      .replace(/<br>/gu, ', ')
      .replace(/<[^>]*>/gu, '')
      .trim()
  return new Map([...rows].map(([, key, value]) => [words(key), words(value)]))
}

async function toVehicleList(): Promise<void> {
  await answerAboutPerson(resident)
  await answerAboutBenefit(resident)
  await skipMedicinesAndBadge(resident)
  await addVehicle(resident, 'AB12 CDE')
  await saysAnother(resident, 'Yes')
  await addVehicle(resident, 'XY99 ZZZ', 'Lee Moss')
}

it('takes an application from the first page to the reference, without a login', async () => {
  await toVehicleList()
  await saysAnother(resident, 'No')
  await declare(resident)
  expect(resident.page.path).toBe('/blue-badge/check-answers')
  const shown = checked()
  expect(shown.get('The date of birth')).toBe('27 March 1951')
  expect(shown.get('Your National Insurance number')).toBe('QQ 12 34 56 C')
  expect(shown.get('The date when your benefit ends')).toBe('27 March 2028')
  await resident.press('Send application')
  expect(resident.page.path).toBe('/blue-badge/done')

  const { answers, path, reference } = await theSubmission()
  expect(resident.page.text).toContain(reference)
  expect(answers).toMatchObject({
    applicant: 'me',
    dateOfBirth: '1951-03-27',
    contactBy: ['email', 'post'],
    benefits: ['pip'],
    hasBadge: false,
    vehicles: [
      { registration: 'AB12 CDE', driver: 'holder' },
      { registration: 'XY99 ZZZ', driver: 'other', driverName: 'Lee Moss' },
    ],
  })
  expect(Object.keys(answers)).not.toContain('walkingMetres')
  expect(path).not.toContain('child')
})

it('starts again after sending, with nothing of the first application', async () => {
  await toVehicleList()
  await saysAnother(resident, 'No')
  await declare(resident)
  await resident.press('Send application')
  await resident.press('Start again')
  expect(resident.page.path).toBe('/blue-badge/start')
  await resident.press('Continue')
  expect(resident.chosen('Who is the badge for?')).toEqual([])
})

it('sends once, however often the button is pressed', async () => {
  await toVehicleList()
  await saysAnother(resident, 'No')
  await declare(resident)
  const twin = resident.duplicateTab()
  const [first, second] = await Promise.all([
    resident.press('Send application'),
    twin.press('Send application'),
  ])
  expect([first.path, second.path]).toEqual(['/blue-badge/done', '/blue-badge/done'])
  await theSubmission()
})

describe('branches', () => {
  it('leads those who walk far to an ending that says why, and back to their answer', async () => {
    await answerAboutPerson(resident)
    resident.choose('Do you get any of these benefits?', 'No, none of these')
    await resident.press('Continue')
    expect(resident.page.path).toBe('/blue-badge/walking')
    resident.fill(/^How far can you walk/u, '2000')
    resident.fill(/^How long does/u, '30')
    resident.choose('What do you use to help you walk?', 'Nothing')
    await resident.press('Continue')
    expect(resident.page.path).toBe('/blue-badge/may-not-qualify')
    await resident.visit('/blue-badge/check-answers')
    expect(resident.page.path).not.toBe('/blue-badge/check-answers')
    await resident.visit('/blue-badge/may-not-qualify')
    await resident.follow('Change your answer')
    expect(resident.valueOf(/^How far can you walk/u)).toBe('2000')
    resident.fill(/^How far can you walk/u, '200')
    await resident.press('Continue')
    expect(resident.page.path).toBe('/blue-badge/difficulties')
  })

  it('asks about the child only when the badge is for one', async () => {
    await resident.visit('/blue-badge')
    await resident.press('Continue')
    resident.choose('Who is the badge for?', 'A child under 16')
    await resident.press('Continue')
    expect(resident.page.heading).toBe('What is the child’s name?')
    await resident.follow('Back')
    resident.choose('Who is the badge for?', 'Me')
    await resident.press('Continue')
    expect(resident.page.heading).toBe('What is your name?')
  })

  it('asks for each way of contact that was ticked', async () => {
    await answerAboutPerson(resident)
    await resident.visit('/blue-badge/contact')
    expect(resident.chosen('How may we get in touch with you?')).toEqual(['By email', 'By post'])
    resident.choose('How may we get in touch with you?', 'By email', 'By phone')
    await resident.press('Continue')
    expect(resident.page.path).toBe('/blue-badge/contact-phone')
  })
})

describe('checks', () => {
  it('refuses a child of 75, at the date', async () => {
    await resident.visit('/blue-badge')
    await resident.press('Continue')
    resident.choose('Who is the badge for?', 'A child under 16')
    await resident.press('Continue')
    for (const name of ['Kim', 'Sam']) {
      resident.fill('First name', name)
      resident.fill('Surname', 'Taylor')
      await resident.press('Continue')
    }
    resident.fill('Date of birth', '27 3 1951')
    const page = await resident.press('Continue')
    expect(page.status).toBe(422)
    expect(page.errors).toEqual([expect.stringContaining('A child must be under 16')])
    expect(resident.valueOf('Year')).toBe('1951')
    resident.fill('Date of birth', '27 3 2015')
    await resident.press('Continue')
    expect(resident.page.path).toBe('/blue-badge/address')
  })

  it('compares two answers of a page only when each is right by itself', async () => {
    await answerAboutPerson(resident)
    resident.choose('Do you get any of these benefits?', 'No, none of these')
    await resident.press('Continue')
    resident.fill(/^How far can you walk/u, 'far')
    resident.choose('What do you use to help you walk?', 'Nothing')
    expect((await resident.press('Continue')).errors).toHaveLength(2)
    resident.fill(/^How far can you walk/u, '0')
    resident.fill(/^How long does/u, '0')
    expect((await resident.press('Continue')).errors).toEqual([
      'You said that you cannot walk at all. Select what you use to get about',
    ])
  })

  it.each([
    ['31 2 1951', /real date/u],
    ['27 3', /must include a year/u],
    ['27 3 2051', /past/u],
    ['', /^Enter/u],
  ])('says what is wrong with the date "%s"', async (typed, words) => {
    await answerAboutPerson(resident)
    await resident.visit('/blue-badge/birth')
    const [day = '', month = '', year = ''] = typed.split(' ')
    resident.fill('Day', day)
    resident.fill('Month', month)
    resident.fill('Year', year)
    const page = await resident.press('Continue')
    expect([page.status, page.errors.length]).toEqual([422, 1])
    expect(page.errors[0]).toMatch(words)
    expect(page.title).toMatch(/^Error: /u)
  })
})

describe('a repeat', () => {
  it('removes one item, once, however often the button is pressed', async () => {
    await toVehicleList()
    await saysAnother(resident, 'Yes')
    await addVehicle(resident, 'LO11 PPP')
    const stale = resident.duplicateTab()
    await resident.press('Remove Vehicle 1')
    const twin = resident.duplicateTab()
    await resident.press('Yes, remove it')
    expect(resident.page.text).not.toContain('AB12 CDE')
    await twin.press('Yes, remove it')
    expect(twin.page.text).toContain('XY99 ZZZ')
    expect(twin.page.text).toContain('LO11 PPP')
    const refused = await stale.press('Remove Vehicle 2')
    expect(refused.status).toBe(409)
    expect(refused.notices.join()).toContain('nothing was removed')
    expect(refused.text).toContain('XY99 ZZZ')
  })

  it('keeps each item’s own answers when an earlier one goes', async () => {
    await toVehicleList()
    await resident.press('Remove Vehicle 1')
    await resident.press('Yes, remove it')
    await resident.follow('Change Vehicle 1')
    expect(resident.valueOf('What is its registration number?')).toBe('XY99 ZZZ')
    await resident.press('Continue')
    await resident.visit('/blue-badge/vehicle-driver-name/1')
    expect(resident.valueOf('What is the driver’s name?')).toBe('Lee Moss')
  })

  it('offers no more than it may hold, and no removal of what it must hold', async () => {
    await toVehicleList()
    await saysAnother(resident, 'Yes')
    await addVehicle(resident, 'LO11 PPP')
    expect(resident.page.text).not.toContain('another vehicle')
    await resident.press('Remove Vehicle 3')
    await resident.press('Yes, remove it')
    await resident.press('Remove Vehicle 2')
    await resident.press('Yes, remove it')
    expect(resident.page.buttons).toEqual(['Continue'])
  })

  it('forgets an item that was begun by mistake', async () => {
    await toVehicleList()
    await saysAnother(resident, 'Yes')
    expect(resident.page.path).toBe('/blue-badge/vehicle/3')
    await resident.follow('Back')
    expect(resident.page.path).toBe('/blue-badge/vehicle/list')
    await saysAnother(resident, 'No')
    expect(resident.page.path).toBe('/blue-badge/declaration')
  })

  it('of one page asks for nothing when there is nothing, and lists what there is', async () => {
    await answerAboutPerson(resident)
    await answerAboutBenefit(resident)
    resident.choose('Do you want to add a medicine?', 'Yes')
    await resident.press('Continue')
    expect((await resident.press('Continue')).errors).toHaveLength(2)
    resident.fill('What is the medicine called?', 'Ibuprofen')
    resident.fill(/^How much do you take/u, '200 mg')
    await resident.press('Continue')
    expect(resident.page.text).toContain('Ibuprofen')
    expect((await resident.press('Continue')).errors).toHaveLength(1)
  })
})

describe('a change link of the check page', () => {
  beforeEach(async () => {
    await toVehicleList()
    await saysAnother(resident, 'No')
    await declare(resident)
  })

  it('comes straight back when nothing new is to be asked', async () => {
    await resident.follow('Change Your address')
    fillAddress(resident)
    resident.fill('Town or city', 'Cromer')
    await resident.press('Continue')
    expect(resident.page.path).toBe('/blue-badge/check-answers')
    expect(checked().get('Your address')).toContain('Cromer')
  })

  it('asks what the change raises, and then comes back', async () => {
    await resident.follow('Change You have a badge now')
    resident.choose('Do you have a Blue Badge now?', 'Yes')
    await resident.press('Continue')
    expect(resident.page.path).toBe('/blue-badge/badge')
    resident.fill('What is the number of your badge?', 'AB12CD')
    resident.fill('When does your badge run out?', '3 2027')
    await resident.press('Continue')
    expect(resident.page.path).toBe('/blue-badge/check-answers')
    expect(checked().get('The date when your badge runs out')).toBe('March 2027')
  })

  it('keeps answers off the path, which count nowhere, for when somebody changes back', async () => {
    await resident.follow('Change Benefits')
    resident.choose('Do you get any of these benefits?', 'No, none of these')
    await resident.press('Continue')
    expect(resident.page.path).toBe('/blue-badge/walking')
    await resident.visit('/blue-badge/benefits')
    resident.choose('Do you get any of these benefits?', 'Personal Independence Payment (PIP)')
    await resident.press('Continue')
    expect(resident.page.path).toBe('/blue-badge/check-answers')
    expect(checked().get('The date when your benefit ends')).toBe('27 March 2028')
  })

  it('of an item leads to that item', async () => {
    await resident.follow('Change Driver’s name (Vehicle 2)')
    resident.fill('What is the driver’s name?', 'Jo Hill')
    await resident.press('Continue')
    expect(resident.page.path).toBe('/blue-badge/check-answers')
    expect(resident.page.text).toContain('Jo Hill')
  })
})
