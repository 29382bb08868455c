import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TestService } from '../client/service.ts'
import { lintPage } from '../views/page-lint.ts'
import { ENDING, serveForms } from './forms-of.ts'

/** These forms have no pages of their own, and so no accessibility statement (P25). */
const faults = (html: string) => lintPage(html).filter(({ rule }) => rule !== 'P25')

const text = (title: string) => ({ title, type: 'string', maxLength: 20 })

/** Fields called as parts of our pages are, or were once; and parts called as what stands beside a box. */
const FIELDS = {
  main: { title: 'Which is the main room?', enum: ['blue', 'red'] },
  person: text('Who comes?'),
  press: text('What do you press?'),
  navigation: text('How do you get here?'),
  error: {
    title: 'The error',
    description: 'As you saw it',
    type: 'object',
    properties: { summary: text('In short'), hint: text('A hint'), error: text('Its words') },
    required: ['summary'],
  },
  request: {
    title: 'The request',
    type: 'object',
    properties: { slow: text('Slow'), failed: text('Failed') },
  },
}

let service: TestService
beforeAll(async () => {
  service = await serveForms({
    odd: {
      fields: FIELDS,
      required: Object.keys(FIELDS),
      flow: `title: T\nsteps:\n  ask: { title: Odd names, fields: [${Object.keys(FIELDS).join(', ')}] }${ENDING}`,
    },
  })
})
afterAll(() => service.close())

it('lets fields be called as parts of our own pages are: every id is there once, and errors lead to their boxes', async () => {
  const resident = service.resident()
  await resident.visit('/odd')
  expect(faults(resident.page.html)).toEqual([])
  await resident.press('Continue')
  expect(resident.page.status).toBe(422)
  expect(faults(resident.page.html)).toEqual([])
  resident.choose('Which is the main room?', 'blue')
  for (const title of ['Who comes?', 'What do you press?', 'How do you get here?', 'In short'])
    resident.fill(title, 'x')
  resident.fill('Slow (optional)', 'x')
  await resident.press('Continue')
  expect(resident.page.path).toBe('/odd/check')
})
