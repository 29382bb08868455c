import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TestService } from '../client/service.ts'
import { ENDING, serveForms } from './forms-of.ts'

let service: TestService
beforeAll(async () => {
  service = await serveForms({
    again: {
      fields: {
        name: { type: 'string', title: 'Name', maxLength: 20 },
        note: { type: 'string', title: 'Note', maxLength: 20 },
      },
      required: ['name', 'note'],
      flow: `title: Again
steps:
  name: { fields: [name] }
  note: { title: Write a note, fields: [{ field: name, readOnly: true, title: Who you are }, note] }
${ENDING}`,
    },
  })
})
afterAll(() => service.close())

it('shows an answer of a step before on a later one, and takes nothing for it there', async () => {
  const resident = service.resident()
  await resident.visit('/again')
  resident.fill('Name', 'Robin')
  await resident.press('Continue')
  expect(resident.page.text).toContain('Who you are Robin')
  expect(() => resident.fill('Who you are', 'Mallory')).toThrow()
  resident.fill('Note', 'Hello')
  const { action, body } = resident.formOf('Continue')
  body.set('name', 'Mallory')
  await resident.post(action, body)
  await resident.visit('/again/check')
  expect(resident.page.heading).toBe('Check')
  expect(resident.page.text).toContain('Robin')
  expect(resident.page.text).not.toContain('Mallory')
})
