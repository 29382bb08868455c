import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Resident } from '../client/resident.ts'
import type { TestService } from '../client/service.ts'
import { ENDING, serveForms } from './forms-of.ts'

const TEXT = { type: 'string', maxLength: 40 }
const NUMBER = { type: 'number', minimum: 0 }

let service: TestService
beforeAll(async () => {
  service = await serveForms({
    money: {
      fields: {
        rent: { title: 'Rent', ...NUMBER, field: { prefix: '£' } },
        heating: { title: 'Heating', ...NUMBER, field: { prefix: '£' } },
        paid: { title: 'Paid by', enum: ['me', 'somebody'] },
        help: { title: 'Help', ...NUMBER, field: { prefix: '£' } },
        costs: {
          title: 'Costs',
          type: 'array',
          maxItems: 4,
          items: {
            type: 'object',
            properties: {
              what: { title: 'What', ...TEXT },
              amount: { title: 'Amount', ...NUMBER },
            },
            required: ['what', 'amount'],
          },
          field: { item: 'cost' },
        },
      },
      required: ['paid'],
      more: {
        'messages/told.md':
          '---\nchannel: email\nsubject:\n  - { when: { total: { minimum: 100 } }, text: "Much: {total}" }\n  - { text: "Little: {total}" }\n---\nIn a year £{yearly}.\n',
      },
      flow: `
title: Money
values:
  own: { minus: [home, help] }
  home: { sum: [rent, heating] }
  other: { sum: costs.amount }
  total: { sum: [own, other] }
  yearly: { times: [total, 12] }
  named: { count: costs }
  given: { count: [rent, heating] }
conditions:
  dear: { total: { minimum: 100 } }
  equal: { own: { maximum: $other } }
checks:
  - { must: { home: { maximum: 500 } }, error: { heating: Home costs too much } }
steps:
  first: { title: Home, fields: [rent] }
  second:
    title: "Rent {home}"
    fields: [heating, paid]
    checks: [{ must: { home: { exclusiveMinimum: 0 } }, error: Something must cost something }]
  helped: { when: { paid: somebody }, fields: [help] }
  costs: { fields: [costs] }
  result:
    title:
      - { when: dear, text: "Dear: {total}" }
      - { text: "Cheap: {total}" }
    caption: [{ when: { named: 0 }, text: No costs }, { text: "{named} costs" }]
    content:
      - { when: { all: [dear, { given: 2 }] }, text: "**Both** were given." }
      - { when: equal, text: "The others are *more*." }
    buttons: [{ id: go, label: [{ when: dear, text: Go on all the same }, { text: Go on }] }]
${ENDING}`,
    },
    said: {
      fields: {
        tone: { title: 'Tone', enum: ['kind', 'short'] },
        nick: { title: 'Nickname', ...TEXT },
      },
      required: ['tone', 'nick'],
      flow: `
title: Said
words:
  bye: [{ when: { tone: kind }, text: "Good bye, **{nick}**." }, { text: Bye. }]
steps:
  tone: { fields: [tone] }
  nick:
    title: Your name
    fields:
      - field: nick
        title: [{ when: { tone: kind }, text: How may we call you? }, { text: Name? }]
        description: [{ when: { tone: kind }, text: As *you* like }, { text: Yours }]
        group: [{ when: { tone: kind }, text: You }, { text: Who }]
      - { content: $words.bye }
    checks:
      - { must: { not: { nick: Bob } }, error: [{ when: { tone: kind }, text: "Not {nick}, if you please" }, { text: Not Bob }] }
    links: [{ label: [{ when: { tone: kind }, text: Back to the tone }, { text: Tone }], to: tone }]
    after: $words.bye
${ENDING}`,
    },
  })
})
afterAll(() => service.close())

async function home(rent: string, heating: string): Promise<Resident> {
  const resident = service.resident()
  await resident.visit('/money')
  resident.fill('Rent (optional)', rent)
  await resident.press('Continue')
  resident.fill('Heating (optional)', heating)
  resident.choose('Paid by', 'me')
  await resident.press('Continue')
  return resident
}

async function cost(resident: Resident, what: string, amount: string): Promise<void> {
  resident.choose(/^Do you/u, 'Yes')
  await resident.press('Continue')
  resident.fill('What', what)
  resident.fill('Amount', amount)
  await resident.press('Continue')
}

async function on(resident: Resident): Promise<void> {
  resident.choose(/^Do you/u, 'No')
  await resident.press('Continue')
}

describe('a value', () => {
  it('is a number in words and conditions; an unanswered part of it is 0', async () => {
    const resident = await home('40.1', '20.2')
    await on(resident)
    expect(resident.page.heading).toBe('Cheap: 60.30')
    expect(resident.page.text).toContain('No costs')
    expect(resident.page.buttons).toContain('Go on')
    expect(resident.page.text).not.toContain('were given')
  })

  it('adds over the items of a repeat, and counts them', async () => {
    const resident = await home('40', '20')
    await cost(resident, 'Bus', '30')
    await cost(resident, 'Train', '1000')
    await on(resident)
    expect(resident.page.heading).toBe('Dear: 1,090')
    expect(resident.page.text).toContain('2 costs')
    expect(resident.page.text).toContain('Both were given.')
    expect(resident.page.buttons).toContain('Go on all the same')
    await resident.visit('/money/costs/list')
    await resident.press('Remove Cost 2')
    await resident.press('Yes, remove it')
    await on(resident)
    expect(resident.page.heading).toBe('Cheap: 90')
    expect(resident.page.text).not.toContain('The others are')
  })

  it('counts only answers on the path', async () => {
    const resident = await home('50', '60')
    await resident.visit('/money/second')
    resident.choose('Paid by', 'somebody')
    await resident.press('Continue')
    resident.fill('Help (optional)', '70')
    await resident.press('Continue')
    await on(resident)
    expect(resident.page.heading).toBe('Cheap: 40')
    await resident.visit('/money/second')
    resident.choose('Paid by', 'me')
    await resident.press('Continue')
    expect(resident.page.heading).toBe('Dear: 110')
  })

  it('is checked on its own step always, and for the journey once all of it is given', async () => {
    const resident = service.resident()
    await resident.visit('/money')
    resident.fill('Rent (optional)', '600')
    await resident.press('Continue')
    expect(resident.page.heading).toBe('Rent 600')
    resident.choose('Paid by', 'me')
    resident.fill('Heating (optional)', '1')
    await resident.press('Continue')
    expect(resident.page.errors).toEqual(['Home costs too much'])
    await resident.visit('/money/first')
    resident.fill('Rent (optional)', '')
    await resident.press('Continue')
    resident.fill('Heating (optional)', '')
    resident.choose('Paid by', 'me')
    await resident.press('Continue')
    expect(resident.page.errors).toEqual(['Something must cost something'])
  })
})

describe('words as a list', () => {
  it.each([
    ['kind', 'How may we call you?', 'As you like', 'You', 'Good bye, Ann.', 'Back to the tone'],
    ['short', 'Name?', 'Yours', 'Who', 'Bye.', 'Tone'],
  ])('say what fits, for %s', async (tone, label, hint, group, bye, link) => {
    const resident = service.resident()
    await resident.visit('/said')
    resident.choose('Tone', tone)
    await resident.press('Continue')
    expect(resident.page.text).toContain(hint)
    resident.fill(label, 'Bob', group)
    await resident.press('Continue')
    expect(resident.page.errors).toEqual([tone === 'kind' ? 'Not Bob, if you please' : 'Not Bob'])
    resident.fill(label, 'Ann', group)
    await resident.press('Continue')
    await resident.visit('/said/nick')
    expect(resident.page.text).toContain(bye)
    expect(resident.page.links).toContain(link)
  })
})
