import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TestService } from '../client/service.ts'
import { ENDING, serveForms } from './forms-of.ts'

let service: TestService
beforeAll(async () => {
  service = await serveForms({
    pets: {
      fields: {
        pets: {
          type: 'array',
          title: 'Pets',
          minItems: 1,
          maxItems: 4,
          items: {
            type: 'object',
            required: ['kind', 'name'],
            properties: {
              kind: {
                title: 'Kind',
                oneOf: [
                  { const: 'd', title: 'dog' },
                  { const: 'c', title: 'cat' },
                ],
              },
              name: { type: 'string', title: 'Its name', maxLength: 20 },
            },
          },
          field: { item: 'pet', itemTitle: '{name} the {kind}', another: 'Another pet?' },
        },
      },
      required: ['pets'],
      flow: `title: Pets
steps:
  kind: { repeat: pets, fields: [kind] }
  name: { repeat: pets, fields: [name] }
  told: { title: All, content: "You have {pets}. They are: {pets.kind}." }
${ENDING}`,
    },
  })
})
afterAll(() => service.close())

it('calls items by what the author says of them, and tells two apart that are called the same', async () => {
  const resident = service.resident()
  await resident.visit('/pets')
  for (const [kind, name, more] of [
    ['dog', 'Rex', 'Yes'],
    ['cat', 'Tom', 'Yes'],
    ['dog', 'Rex', 'No'],
  ] as const) {
    resident.choose('Kind', kind)
    await resident.press('Continue')
    resident.fill('Its name', name)
    await resident.press('Continue')
    expect(resident.page.text).toContain(`${name} the ${kind}`)
    resident.choose('Another pet?', more)
    await resident.press('Continue')
  }
  expect(resident.page.text).toContain(
    'You have Rex the dog, Tom the cat, Rex the dog. They are: dog, cat, dog.',
  )
  await resident.press('Continue')
  expect(resident.page.heading).toBe('Check')
  for (const title of ['Rex the dog (1)', 'Tom the cat', 'Rex the dog (3)'])
    expect(resident.page.text).toContain(title)
  expect(resident.page.text).not.toContain('Tom the cat (2)')
  await resident.visit('/pets/kind/list')
  await resident.press(/Remove Tom the cat/u)
  expect(resident.page.heading).toContain('Tom the cat')
})
