import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Resident } from '../client/resident.ts'
import type { TestService } from '../client/service.ts'
import { serveForms } from './forms-of.ts'

const options = (count: number) => Array.from({ length: count }, (_, at) => `option-${at + 1}`)

let service: TestService
beforeAll(async () => {
  service = await serveForms({
    kinds: {
      fields: {
        nick: { type: 'string', title: 'Nickname', maxLength: 20 },
        story: { type: 'string', title: 'Your story', maxLength: 400 },
        poem: { type: 'string', title: 'Your poem', field: { maxWords: 5 } },
        email: { type: 'string', format: 'email', title: 'Email' },
        phone: { type: 'string', format: 'phone', title: 'Phone' },
        postcode: { type: 'string', format: 'postcode', title: 'Postcode' },
        site: { type: 'string', format: 'url', title: 'Website' },
        nino: { type: 'string', format: 'national-insurance-number', title: 'NI number' },
        count: { type: 'integer', title: 'How many', minimum: 1, maximum: 9 },
        price: { type: 'number', title: 'Price', multipleOf: 0.5, field: { prefix: '£' } },
        born: { type: 'string', format: 'date', title: 'Date of birth' },
        since: { type: 'string', format: 'month-year', title: 'Living there since' },
        at: { type: 'string', format: 'time', title: 'What time' },
        agree: { type: 'boolean', title: 'Do you agree?' },
        truth: { type: 'boolean', const: true, title: 'It is true' },
        colour: { title: 'Colour', enum: ['red', 'blue'] },
        many: { title: 'Which of many', enum: options(11) },
        help: {
          type: 'array',
          title: 'Help with',
          items: {
            oneOf: [
              { const: 'washing', title: 'Washing' },
              { const: 'dressing', title: 'Dressing' },
              { const: 'none', title: 'None of these', exclusive: true },
            ],
          },
          minItems: 1,
        },
        room: {
          type: 'object',
          title: 'The room',
          properties: {
            floor: { type: 'integer', title: 'Floor' },
            door: { type: 'string', title: 'Door' },
          },
          required: ['floor'],
        },
      },
      required: ['nick', 'count', 'born', 'agree', 'truth', 'colour', 'help'],
      flow: `
title: Kinds
steps:
  words: { title: Words, fields: [nick, story, poem] }
  contact: { title: Contact, fields: [email, phone, postcode, site, nino] }
  numbers: { title: Numbers, fields: [count, price] }
  dates: { title: Dates, fields: [born, since, at] }
  choices: { title: Choices, fields: [agree, truth, colour, many, help] }
  room: { fields: [room] }
  check: { kind: check-answers, title: Check, buttons: [{ id: send, label: Send, run: submit-request, on: { refused: { error: No } }, next: done }] }
  done: { kind: confirmation, title: Done, content: "{reference}" }
`,
    },
  })
})
afterAll(() => service.close())

async function words(resident: Resident) {
  await resident.visit('/kinds')
  resident.fill('Nickname', ' Sam ')
  return resident.press('Continue')
}

describe('kinds', () => {
  it('infers every kind, tidies what is typed, and shows it in words on check-answers', async () => {
    const resident = service.resident()
    await words(resident)
    resident.fill('Email (optional)', ' Sam@Example.org ')
    resident.fill('Phone (optional)', '01632 960 123')
    resident.fill('Postcode (optional)', 'nr1  1aa')
    resident.fill('NI number (optional)', 'qq 12 34 56 c')
    resident.fill('Website (optional)', 'https://example.org/x')
    await resident.press('Continue')
    resident.fill('How many', '3')
    resident.fill('Price (optional)', '2.50')
    await resident.press('Continue')
    resident.fill('Date of birth', '27 3 1951')
    resident.fill('Living there since (optional)', '4 2001')
    resident.fill('What time (optional)', '14:30')
    await resident.press('Continue')
    expect(resident.page.errors).toEqual([])
    resident.choose('Do you agree?', 'No')
    resident.tick('It is true')
    resident.choose('Colour', 'blue')
    resident.fill('Which of many (optional)', 'option-7')
    resident.choose('Help with', 'Washing', 'Dressing')
    await resident.press('Continue')
    expect(resident.page.errors).toEqual([])
    resident.fill('Floor', '2')
    await resident.press('Continue')
    const { text } = resident.page
    for (const part of [
      'Sam',
      'Sam@Example.org',
      '01632 960123',
      'NR1 1AA',
      'QQ 12 34 56 C',
      '3',
      '£2.50',
      '27 March 1951',
      'April 2001',
      'No',
      'blue',
      'option-7',
      'Washing',
      'Dressing',
    ])
      expect(text).toContain(part)
    await resident.press('Send')
    expect(resident.page.heading).toBe('Done')
  })

  it('refuses what a keyword forbids, beside the field, and takes nothing', async () => {
    const resident = service.resident()
    await words(resident)
    await resident.press('Continue')
    resident.fill('How many', '12')
    resident.fill('Price (optional)', '2.30')
    await resident.press('Continue')
    expect(resident.page.status).toBe(422)
    expect(resident.page.errors).toHaveLength(2)
    expect(resident.valueOf('How many')).toBe('12')
    resident.fill('How many', '9')
    resident.fill('Price (optional)', '')
    await resident.press('Continue')
    expect(resident.page.heading).toBe('Dates')
  })

  it('counts words where maxWords says so', async () => {
    const resident = service.resident()
    await resident.visit('/kinds')
    resident.fill('Nickname', 'Sam')
    resident.fill('Your poem (optional)', 'one two three four five six')
    await resident.press('Continue')
    expect(resident.page.status).toBe(422)
    resident.fill('Your poem (optional)', 'one two three four five')
    await resident.press('Continue')
    expect(resident.page.heading).toBe('Contact')
  })

  it('refuses an exclusive option beside another', async () => {
    const resident = service.resident()
    await words(resident)
    await resident.press('Continue')
    resident.fill('How many', '9')
    await resident.press('Continue')
    resident.fill('Date of birth', '27 3 1951')
    await resident.press('Continue')
    resident.choose('Do you agree?', 'Yes')
    resident.tick('It is true')
    resident.choose('Colour', 'red')
    resident.choose('Help with', 'Washing', 'None of these')
    await resident.press('Continue')
    expect(resident.page.errors).toHaveLength(1)
    resident.choose('Help with', 'None of these')
    await resident.press('Continue')
    expect(resident.page.heading).toBe('The room (optional)')
  })
})
