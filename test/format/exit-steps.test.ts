import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Resident } from '../client/resident.ts'
import type { TestService } from '../client/service.ts'
import { ENDING, serveForms } from './forms-of.ts'

const AGE = { title: 'Age', type: 'integer', minimum: 0 }
const PET = { title: 'Pet', enum: ['cat', 'dog'] }
const CHANGE = 'links: [{ label: Change my age, to: age }]'
const EXITS = `
  too-young: { kind: exit, title: Too young, when: { age: { maximum: 11 } }, ${CHANGE} }
  too-old: { kind: exit, title: Too old, when: { age: { minimum: 100 } }, ${CHANGE} }`
const CHILDREN = {
  title: 'Children',
  type: 'array',
  maxItems: 3,
  items: {
    type: 'object',
    required: ['size', 'pet'],
    properties: { size: { title: 'Size', type: 'integer', minimum: 0 }, pet: PET },
  },
  field: { item: 'child', itemTitle: '{size}' },
}
const LIST = `
sections: { you: About you }
steps:
  list: { kind: task-list, title: List, tasks: [{ section: you }] }`

let service: TestService
beforeAll(async () => {
  service = await serveForms({
    plain: {
      fields: { age: AGE, pet: PET },
      required: ['age', 'pet'],
      flow: `
title: Plain
steps:
  age: { fields: [age] }${EXITS}
  pet: { fields: [pet] }
${ENDING}`,
    },
    section: {
      fields: { age: AGE, pet: PET },
      required: ['age', 'pet'],
      flow: `
title: Section
${LIST}
  age: { section: you, fields: [age] }${EXITS}
  pet: { fields: [pet] }
${ENDING}`,
    },
    skipped: {
      fields: { age: AGE, pet: PET },
      required: ['age', 'pet'],
      flow: `
title: Skipped
${LIST}
  age: { section: you, fields: [age] }
  pet: { fields: [pet], when: { age: { minimum: 12 } } }
  too-young: { kind: exit, title: Too young, when: { age: { maximum: 11 } }, ${CHANGE} }
${ENDING}`,
    },
    items: {
      fields: { age: AGE, children: CHILDREN },
      required: ['age'],
      flow: `
title: Items
steps:
  age: { fields: [age] }
  size: { repeat: children, title: "Size {item.number}", fields: [size], next: too-young }
  pet: { repeat: children, title: "Pet {item.number}", fields: [pet], next: check }
  too-young: { kind: exit, title: Too young, when: { age: { maximum: 11 } } }
  too-old: { kind: exit, title: Too old, when: { age: { minimum: 100 } }, next: pet }
${ENDING}`,
    },
    list: {
      fields: { children: CHILDREN },
      flow: `
title: After a list
values: { many: { count: children } }
steps:
  child: { repeat: children, title: "Child {item.number}", fields: [size, pet] }
  too-few: { kind: exit, title: Too few, when: { many: { maximum: 1 } } }
${ENDING}`,
    },
    'list-in-section': {
      fields: { children: CHILDREN },
      flow: `
title: After a list in a section
values: { many: { count: children } }
${LIST}
  child: { section: you, repeat: children, title: "Child {item.number}", fields: [size, pet] }
  too-few: { kind: exit, title: Too few, when: { many: { maximum: 1 } } }
${ENDING}`,
    },
  })
})
afterAll(() => service.close())

async function begin(journey: string, ...age: readonly string[]): Promise<Resident> {
  const resident = service.resident()
  await resident.visit(`/${journey}`)
  if (resident.page.text.includes('About you')) await resident.follow('About you')
  for (const one of age) {
    resident.fill('Age', one)
    await resident.press('Continue')
  }
  return resident
}

it.each(['plain', 'section'])(
  'is shown behind another that is not shown, and passes nothing: %s',
  async (journey) => {
    const resident = await begin(journey, '120')
    expect(resident.page.heading).toBe('Too old')
    await resident.follow('Change my age')
    resident.fill('Age', '9')
    await resident.press('Continue')
    expect(resident.page.heading).toBe('Too young')
    await resident.follow('Change my age')
    resident.fill('Age', '40')
    await resident.press('Continue')
    expect(resident.page.heading).toBe('Pet')
  },
)

it('is shown behind a step of its section that is passed over', async () => {
  const resident = await begin('skipped', '9')
  expect(resident.page.heading).toBe('Too young')
  await resident.visit('/skipped')
  expect(resident.page.text).not.toContain('Completed')
})

it.each([
  ['9', 'Too young'],
  ['120', 'Too old'],
  ['40', 'Pet 1'],
])("is shown in an item's turn behind another that is not: %s", async (age, heading) => {
  const resident = await begin('items', age)
  resident.choose('Do you want to add a child?', 'Yes')
  await resident.press('Continue')
  resident.fill('Size', '3')
  await resident.press('Continue')
  expect(resident.page.heading).toBe(heading)
})

it.each(['list', 'list-in-section'])(
  'is shown behind a list, once it has ended: %s',
  async (journey) => {
    const resident = await begin(journey)
    resident.choose('Do you want to add a child?', 'Yes')
    await resident.press('Continue')
    resident.fill('Size', '3')
    resident.choose('Pet', 'cat')
    await resident.press('Continue')
    expect(resident.page.path).toBe(`/${journey}/child/list`)
    resident.choose('Do you need to add another child?', 'No')
    await resident.press('Continue')
    expect(resident.page.heading).toBe('Too few')
  },
)
