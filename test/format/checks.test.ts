import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { submissions } from '../../src/store/records.ts'
import type { Resident } from '../client/resident.ts'
import type { TestService } from '../client/service.ts'
import { lintPage } from '../views/page-lint.ts'
import { ENDING, serveForms } from './forms-of.ts'
import { CHECK_WORD } from './own-actions.ts'

const TEXT = { type: 'string', maxLength: 30 }

let service: TestService
beforeAll(async () => {
  service = await serveForms({
    '_site.yaml': 'service: Checks\nteam: The team\n',
    '_shared/actions/check-word.ts': CHECK_WORD,
    secrets: {
      fields: {
        secret: {
          type: 'string',
          format: 'password',
          title: 'Password',
          writeOnly: true,
          minLength: 3,
          maxLength: 30,
        },
        again: {
          type: 'string',
          format: 'password',
          title: 'Once more',
          writeOnly: true,
          maxLength: 30,
        },
        mobile: { title: 'Mobile', ...TEXT },
        landline: { title: 'Landline', ...TEXT },
      },
      required: ['secret', 'again'],
      flow: `
title: Secrets
steps:
  secret:
    title: Choose one
    fields: [secret, again, mobile, landline]
    checks:
      - { must: { again: { sameAs: secret } }, error: { again: They differ } }
      - { must: { answered: { atLeast: 1, of: [mobile, landline] } }, error: Give us a number }
      - { must: { not: { mobile: $landline } }, error: { landline: Give two numbers } }
    buttons: [{ id: go, label: Go, run: check-word, with: { word: $mobile }, on: { odd: { error: No }, later: { error: No }, far: { error: No } } }]
${ENDING}`,
    },
    wide: {
      fields: {
        from: { title: 'From', type: 'string', format: 'date' },
        until: { title: 'Until', type: 'string', format: 'date' },
        least: { title: 'Least', type: 'integer' },
        most: { title: 'Most', type: 'integer' },
      },
      required: ['from', 'until'],
      flow: `
title: Wide
checks:
  - { must: { until: { onOrAfter: $from } }, error: { until: Until must be after From } }
  - { must: { most: { minimum: $least } }, error: Most is less than least }
steps:
  from: { fields: [from] }
  until: { fields: [until] }
  numbers: { title: Numbers, fields: [least, most] }
${ENDING}`,
    },
    crowd: {
      fields: {
        guests: {
          title: 'Guests',
          type: 'array',
          minItems: 1,
          maxItems: 9,
          items: {
            type: 'object',
            required: ['guest'],
            properties: { guest: { title: 'Guest', ...TEXT } },
          },
          field: { item: 'guest', another: 'Another guest?' },
        },
        rooms: { title: 'Rooms', type: 'integer' },
      },
      required: ['rooms'],
      flow: `
title: Crowd
values: { size: { count: guests } }
checks:
  - { must: { size: { maximum: 2 } }, error: "Two guests at most, not {size}" }
  - { must: { rooms: { maximum: $size } }, error: { rooms: "At most {size} rooms" } }
steps:
  guest: { repeat: guests, fields: [guest] }
  rooms: { fields: [rooms] }
${ENDING}`,
    },
    filled: {
      fields: {
        nick: { title: 'Nickname', ...TEXT },
        count: { title: 'Count', type: 'integer', maximum: 9 },
        colour: { title: 'Colour', enum: ['red', 'blue'], default: 'blue' },
        born: { title: 'Born', type: 'string', format: 'date' },
        team: { title: 'Team', ...TEXT },
        ref: { title: 'Ref', type: 'string', pattern: '^[A-Z]{3}$', readOnly: true },
      },
      required: ['nick'],
      flow: `
title: Filled
steps:
  start: { title: Start, content: Begin. }
  fill:
    title: Fill
    prefill: { nick: query.nick, count: query.count, born: query.born, team: config.team, ref: query.ref }
    fields: [nick, count, colour, born, { field: team, readOnly: true }, ref]
${ENDING}`,
    },
  })
})
afterAll(() => service.close())

async function sent(): Promise<Readonly<Record<string, unknown>>> {
  const ids = await service.running.store.ids(submissions)
  const record = await service.running.store.read(submissions, ids.at(-1) ?? '')
  return record?.value.answers ?? {}
}

async function tell(resident: Resident, said: Readonly<Record<string, string>>, button: string) {
  for (const [label, text] of Object.entries(said)) resident.fill(label, text)
  return resident.press(button)
}

it('makes a check of a whole list where the list ends, and with what is asked later there', async () => {
  const resident = service.resident()
  await resident.visit('/crowd')
  for (const [guest, more] of [
    ['Ann', 'Yes'],
    ['Bob', 'Yes'],
    ['Cy', 'No'],
  ] as const) {
    resident.fill('Guest', guest)
    await resident.press('Continue')
    resident.choose('Another guest?', more)
    await resident.press('Continue')
  }
  expect([resident.page.status, resident.page.errors]).toEqual([422, ['Two guests at most, not 3']])
  expect(
    lintPage(resident.page.html, { errors: true }).filter(({ rule }) => rule !== 'P25'),
  ).toEqual([])
  await resident.press(/Remove Guest 3/u)
  await resident.press(/Remove|Yes/u)
  resident.choose('Another guest?', 'No')
  await resident.press('Continue')
  resident.fill('Rooms', '3')
  await resident.press('Continue')
  expect(resident.page.errors).toEqual(['At most 2 rooms'])
})

describe('checks of a step', () => {
  it('are made after the fields are right by themselves, also of secrets, which are never shown again', async () => {
    const resident = service.resident()
    await resident.visit('/secrets')
    await tell(resident, { Password: 'ab', 'Once more': 'xyz' }, 'Go')
    expect(resident.page.errors).toHaveLength(1)
    await tell(resident, { Password: 'abcd', 'Once more': 'xyz' }, 'Go')
    expect(resident.page.errors).toEqual(['They differ', 'Give us a number'])
    expect(resident.page.html).not.toContain('abcd')
    const twice = { 'Mobile (optional)': '1', 'Landline (optional)': '1' }
    await tell(resident, { Password: 'abcd', 'Once more': 'abcd', ...twice }, 'Go')
    expect(resident.page.errors).toEqual(['Give two numbers'])
    await tell(resident, { Password: 'abcd', 'Once more': 'abcd', 'Landline (optional)': '' }, 'Go')
    expect(resident.page.heading).toBe('Check')
    expect(resident.page.text).not.toContain('Password')
    await resident.press('Send')
    expect(await sent()).toEqual({ mobile: '1' })
  })
})

describe('checks of a journey', () => {
  it('are made at the first step where all operands are given, and not while an optional one is not', async () => {
    const resident = service.resident()
    await resident.visit('/wide')
    await tell(resident, { From: '10 6 2026' }, 'Continue')
    await tell(resident, { Until: '9 6 2026' }, 'Continue')
    expect(resident.page.errors).toEqual(['Until must be after From'])
    await tell(resident, { Until: '11 6 2026' }, 'Continue')
    await tell(resident, { 'Least (optional)': '5' }, 'Continue')
    expect(resident.page.heading).toBe('Check')
    await resident.visit('/wide/numbers')
    await tell(resident, { 'Most (optional)': '4' }, 'Continue')
    expect(resident.page.errors).toEqual(['Most is less than least'])
    await tell(resident, { 'Most (optional)': '5' }, 'Continue')
    expect(resident.page.heading).toBe('Check')
  })

  it('are made again at submit', async () => {
    const resident = service.resident()
    await resident.visit('/wide')
    await tell(resident, { From: '10 6 2026' }, 'Continue')
    await tell(resident, { Until: '11 6 2026' }, 'Continue')
    await resident.press('Continue')
    await resident.visit('/wide/from')
    await tell(resident, { From: '12 6 2026' }, 'Continue')
    expect(resident.page.heading).toBe('Check')
    await resident.press('Send')
    expect(resident.page.status).toBe(422)
    expect(resident.page.errors).toEqual(['Until must be after From'])
  })
})

describe('prefill', () => {
  it('fills boxes from the address and the site, and is an answer only when posted', async () => {
    const resident = service.resident()
    await resident.visit('/filled?nick=Sam&count=4&born=1951-03-27&ref=ABC&other=x')
    await resident.press('Continue')
    expect(resident.page.path).toBe('/filled/fill')
    expect(resident.valueOf('Nickname')).toBe('Sam')
    expect(resident.valueOf('Count (optional)')).toBe('4')
    expect(resident.valueOf('Day', 'Born (optional)')).toBe('27')
    expect(resident.chosen('Colour (optional)')).toEqual(['blue'])
    expect(resident.page.text).toContain('The team')
    expect(resident.page.text).toContain('ABC')
    resident.fill('Count (optional)', '')
    await resident.press('Continue')
    await resident.press('Send')
    expect(await sent()).toEqual({
      nick: 'Sam',
      colour: 'blue',
      born: '1951-03-27',
      team: 'The team',
      ref: 'ABC',
    })
  })

  it('never overwrites an answer', async () => {
    const resident = service.resident()
    await resident.visit('/filled')
    await resident.press('Continue')
    await tell(resident, { Nickname: 'Ann' }, 'Continue')
    await resident.visit('/filled/fill?nick=Bob&ref=XYZ')
    expect(resident.valueOf('Nickname')).toBe('Ann')
  })

  it('of what is only shown keeps the answer that was taken', async () => {
    const resident = service.resident()
    await resident.visit('/filled?nick=Sam&ref=ABC')
    await resident.press('Continue')
    await resident.press('Continue')
    await resident.visit('/filled/fill?ref=XYZ')
    expect(resident.page.text).toContain('ABC')
    await resident.press('Continue')
    await resident.press('Send')
    expect(await sent()).toMatchObject({ ref: 'ABC' })
  })

  it('is checked like an answer', async () => {
    const resident = service.resident()
    await resident.visit('/filled?nick=Sam&count=banana&born=never&ref=lower')
    await resident.press('Continue')
    expect(resident.page.status).toBe(200)
    expect(resident.page.text).not.toContain('lower')
    await resident.press('Continue')
    expect(resident.page.heading).toBe('Check')
    await resident.visit('/filled/fill')
    await tell(resident, { 'Count (optional)': '99' }, 'Continue')
    expect(resident.page.errors).toHaveLength(1)
    await tell(resident, { 'Count (optional)': '' }, 'Continue')
    expect(resident.page.errors).toEqual([])
    await resident.press('Send')
    expect(await sent()).toEqual({ nick: 'Sam', colour: 'blue', team: 'The team' })
  })

  it('ignores what is posted for what is only shown', async () => {
    const resident = service.resident()
    await resident.visit('/filled?ref=ABC')
    await resident.press('Continue')
    resident.fill('Nickname', 'Sam')
    const { action, body } = resident.formOf('Continue')
    body.set('team', 'Hackers')
    body.set('ref', 'ZZZ')
    await resident.post(action, body)
    await resident.press('Send')
    expect(await sent()).toMatchObject({ team: 'The team', ref: 'ABC' })
  })
})
