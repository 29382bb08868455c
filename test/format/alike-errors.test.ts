import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TestService } from '../client/service.ts'
import { lintPage } from '../views/page-lint.ts'
import { ENDING, serveForms } from './forms-of.ts'

const text = (title: string) => ({ title, type: 'string', maxLength: 20 })
const place = (title: string) => ({
  title,
  type: 'object',
  properties: { town: text('Town or city'), code: { ...text('Postcode'), format: 'postcode' } },
  required: ['town', 'code'],
})

const FIELDS = {
  who: text('Who comes?'),
  how: text('How do you get here?'),
  ours: place('Your address'),
  theirs: place('Their address'),
  phones: {
    title: 'Phone numbers',
    type: 'array',
    maxItems: 3,
    items: { type: 'string', format: 'phone' },
    field: { item: 'phone number' },
  },
}

let service: TestService
beforeAll(async () => {
  service = await serveForms({
    alike: {
      fields: FIELDS,
      required: Object.keys(FIELDS),
      flow: `title: T\nsteps:\n  ask: { title: Much alike, fields: [${Object.keys(FIELDS).join(', ')}] }${ENDING}`,
    },
  })
})
afterAll(() => service.close())

it('P22: tells errors of the same words apart, in the summary and beside the box, by the nearest label that does', async () => {
  const resident = service.resident()
  await resident.visit('/alike')
  resident.fill('Phone number 1', 'x')
  resident.fill('Phone number 3', 'y')
  await resident.press('Continue')
  const { html, text: said } = resident.page
  expect(lintPage(html).filter(({ rule }) => /^(P22|E)/u.test(rule))).toEqual([])
  for (const words of [
    'Who comes? Enter an answer',
    'How do you get here? Enter an answer',
    'Your address: enter town or city',
    'Their address: enter town or city',
    'Their address: enter a postcode',
    'Phone number 1: enter a phone number, like',
    'Phone number 3: enter a phone number, like',
  ]) {
    expect(said).toContain(words)
    expect(said).toContain(`Error: ${words}`)
  }
})

it('says an error as it always does where none on the page is like it', async () => {
  const resident = service.resident()
  await resident.visit('/alike')
  resident.fill('Who comes?', 'Ann')
  resident.fill('Phone number 1', '07700 900123')
  await resident.press('Continue')
  expect(resident.page.text).toContain('Error: Enter an answer')
})
