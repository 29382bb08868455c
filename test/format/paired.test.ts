import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { submissions } from '../../src/store/records.ts'
import type { Resident } from '../client/resident.ts'
import type { TestService } from '../client/service.ts'
import { ENDING, serveForms } from './forms-of.ts'

const TEXT = { type: 'string', maxLength: 20 }

let service: TestService
beforeAll(async () => {
  service = await serveForms({
    family: {
      fields: {
        people: {
          title: 'People',
          type: 'array',
          minItems: 1,
          maxItems: 3,
          items: {
            type: 'object',
            properties: {
              nick: { title: 'Nickname', ...TEXT },
              age: { title: 'Age', type: 'integer' },
            },
            required: ['nick', 'age'],
          },
          field: { item: 'person' },
        },
        wishes: {
          title: 'Wishes',
          type: 'array',
          items: {
            type: 'object',
            properties: { wish: { title: 'Wish', ...TEXT }, school: { title: 'School', ...TEXT } },
            required: ['wish', 'school'],
          },
          field: { item: 'wish' },
        },
        eldest: {
          title: 'Who decides?',
          type: 'string',
          field: { optionsFrom: { of: 'people', value: 'nick', title: '{nick}, {age} years old' } },
        },
        comes: {
          title: 'Who comes?',
          type: 'array',
          items: { type: 'string' },
          field: { optionsFrom: { of: 'people', value: 'nick' } },
        },
      },
      required: ['eldest'],
      flow: `
title: Family
steps:
  person: { repeat: people, title: "Person {item.number}", fields: [nick, age] }
  wish: { repeat: { array: wishes, for: people }, title: "A wish for {nick}", fields: [wish] }
  school: { repeat: { array: wishes, for: people }, when: { age: { maximum: 15 } }, title: "School of {nick}, who wants {wish}", fields: [school] }
  eldest: { fields: [eldest] }
  comes: { title: Coming, fields: [comes] }
  told: { title: Told, content: "{eldest} decides. {comes}." }
${ENDING}`,
    },
  })
})
afterAll(() => service.close())

async function answer(
  resident: Resident,
  answers: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [label, text] of Object.entries(answers)) resident.fill(label, text)
  await resident.press('Continue')
}

async function another(resident: Resident, said: 'Yes' | 'No'): Promise<void> {
  resident.choose(/another person/u, said)
  await resident.press('Continue')
}

/** Ann, who is 40, and Bob, who is 9, each with a wish. */
async function family(): Promise<Resident> {
  const resident = service.resident()
  await resident.visit('/family')
  await answer(resident, { Nickname: 'Ann', Age: '40' })
  await another(resident, 'Yes')
  await answer(resident, { Nickname: 'Bob', Age: '9' })
  await another(resident, 'No')
  expect(resident.page.heading).toBe('A wish for Ann')
  await answer(resident, { Wish: 'Rest' })
  expect(resident.page.heading).toBe('A wish for Bob')
  await answer(resident, { Wish: 'Ice' })
  expect(resident.page.heading).toBe('School of Bob, who wants Ice')
  await answer(resident, { School: 'Diss' })
  return resident
}

async function sent(): Promise<Readonly<Record<string, unknown>>> {
  const ids = await service.running.store.ids(submissions)
  const record = await service.running.store.read(submissions, ids.at(-1) ?? '')
  return record?.value.answers ?? {}
}

describe('a list that has one item for each of an earlier one', () => {
  it('asks its steps for each, names the earlier item, and asks for no other', async () => {
    const resident = await family()
    expect(resident.page.heading).toBe('Who decides?')
    await resident.visit('/family/wish/list')
    expect(resident.page.status).toBe(404)
    await resident.visit('/family/wish/3')
    expect(resident.page.heading).toBe('Who decides?')
  })

  it('grows and shrinks with it, and asks nothing again of those that stay', async () => {
    const resident = await family()
    await resident.visit('/family/person/list')
    expect(resident.page.text).toContain('You can add up to 3.')
    await another(resident, 'Yes')
    await answer(resident, { Nickname: 'Cat', Age: '50' })
    expect(resident.page.text).toContain('You have added 3. There can be no more.')
    await resident.press('Continue')
    expect(resident.page.heading).toBe('A wish for Cat')
    await answer(resident, { Wish: 'Fish' })
    await resident.visit('/family/person/list')
    await resident.press('Remove Person 1')
    await resident.press('Yes, remove it')
    await another(resident, 'No')
    expect(resident.page.heading).toBe('Who decides?')
    resident.choose('Who decides?', 'Cat, 50 years old')
    await resident.press('Continue')
    await resident.press('Continue')
    await resident.press('Continue')
    await resident.press('Send')
    expect(await sent()).toEqual({
      people: [
        { nick: 'Bob', age: 9 },
        { nick: 'Cat', age: 50 },
      ],
      wishes: [{ wish: 'Ice', school: 'Diss' }, { wish: 'Fish' }],
      eldest: 'Cat',
    })
  })
})

describe('removing an item', () => {
  it('is asked about first, and done by nobody who says no', async () => {
    const resident = await family()
    await resident.visit('/family/person/list')
    await resident.press('Remove Person 2')
    expect(resident.page.heading).toBe('Are you sure that you want to remove Person 2?')
    expect(resident.page.text).toContain('Bob')
    await resident.follow('No, keep it')
    expect(resident.page.path).toBe('/family/person/list')
    expect(resident.page.text).toContain('Bob')
    await resident.press('Remove Person 2')
    await resident.press('Yes, remove it')
    expect(resident.page.text).not.toContain('Bob')
  })
})

describe('options from an earlier list', () => {
  it('are its items, by a part or in words of their own', async () => {
    const resident = await family()
    resident.choose('Who decides?', 'Ann, 40 years old')
    await resident.press('Continue')
    resident.choose('Who comes? (optional)', 'Ann', 'Bob')
    await resident.press('Continue')
    expect(resident.page.text).toContain('Ann, 40 years old decides. Ann, Bob.')
    await resident.press('Continue')
    expect(resident.page.text).toContain('Ann, 40 years old')
  })

  it('are asked again when the chosen item was removed or renamed, and only then', async () => {
    const resident = await family()
    resident.choose('Who decides?', 'Ann, 40 years old')
    await resident.press('Continue')
    await resident.press('Continue')
    await resident.press('Continue')
    await resident.follow('Change Age (Person 1)')
    await answer(resident, { Nickname: 'Ann', Age: '41' })
    expect(resident.page.heading).toBe('Check')
    await resident.follow('Change Nickname (Person 1)')
    await answer(resident, { Nickname: 'Anna', Age: '41' })
    expect(resident.page.heading).toBe('Who decides?')
    await resident.press('Continue')
    expect(resident.page.errors).toEqual(['Select an answer'])
    resident.choose('Who decides?', 'Anna, 41 years old')
    await resident.press('Continue')
    expect(resident.page.heading).toBe('Check')
  })

  it('refuse what is none of them, whoever posts it', async () => {
    const resident = await family()
    const { body } = resident.formOf('Continue')
    body.set('eldest', 'Zoe')
    await resident.post('/family/eldest', body)
    expect(resident.page.errors).toEqual(['Select an answer'])
  })
})
