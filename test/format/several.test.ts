import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { submissions } from '../../src/store/records.ts'
import type { Resident } from '../client/resident.ts'
import type { TestService } from '../client/service.ts'
import { ENDING, serveForms } from './forms-of.ts'

const TEXT = { type: 'string', maxLength: 20 }
const MANY = Array.from({ length: 31 }, (_, index) => ({
  const: `c${index}`,
  title: `Country ${index}`,
}))

let service: TestService
beforeAll(async () => {
  service = await serveForms({
    tongues: {
      fields: {
        nick: { title: 'Nickname', ...TEXT },
        tongues: {
          title: 'Which languages do you speak?',
          description: 'As many as you like',
          type: 'array',
          items: { type: 'string', maxLength: 10 },
          minItems: 1,
          maxItems: 5,
          uniqueItems: true,
          field: { item: 'language' },
        },
        mails: {
          title: 'Addresses',
          type: 'array',
          maxItems: 2,
          items: { type: 'string', format: 'email', title: 'Email address' },
        },
        days: {
          title: 'Days',
          type: 'array',
          items: { type: 'string', format: 'date', title: 'Day off' },
        },
        country: { title: 'Country', type: 'string', oneOf: MANY },
      },
      required: ['nick', 'tongues', 'country'],
      flow: `
title: Tongues
steps:
  ask: { title: About you, fields: [nick, tongues, mails, { field: country, when: { tongues: Welsh } }] }
  days: { fields: [days] }
  told:
    title: Told
    content: [{ when: { tongues: { all: [Welsh, English] } }, text: "You speak {tongues}." }, { text: "{mails}" }]
  welsh: { title: Cymraeg, content: Da iawn., when: { tongues: [Welsh, Breton] } }
${ENDING}`,
    },
  })
})
afterAll(() => service.close())

async function begin(): Promise<Resident> {
  const resident = service.resident()
  await resident.visit('/tongues')
  return resident
}

async function sent(): Promise<Readonly<Record<string, unknown>>> {
  const ids = await service.running.store.ids(submissions)
  const record = await service.running.store.read(submissions, ids.at(-1) ?? '')
  return record?.value.answers ?? {}
}

describe('several answers of one kind', () => {
  it('have a box each: up to three stand there at once, others come by a press', async () => {
    const resident = await begin()
    expect(resident.valueOf('Email address 2')).toBe('')
    expect(() => resident.valueOf('Language 2')).toThrow()
    expect(resident.page.buttons).toEqual(['', 'Add another language', 'Continue'])
    resident.fill('Nickname', 'Ann')
    resident.fill('Language 1', 'Welsh')
    await resident.press('Add another language')
    expect([resident.page.status, resident.page.errors]).toEqual([200, []])
    expect(resident.valueOf('Nickname')).toBe('Ann')
    expect(resident.valueOf('Language 1')).toBe('Welsh')
    resident.fill('Language 2', 'English')
    for (const more of [3, 4, 5]) {
      await resident.press('Add another language')
      expect(resident.valueOf(`Language ${more}`)).toBe('')
    }
    expect(resident.page.buttons).not.toContain('Add another language')
    resident.fill('Language 5', 'Breton')
    await resident.press('Remove language 2')
    expect(resident.valueOf('Language 4')).toBe('Breton')
    expect(() => resident.valueOf('Language 5')).toThrow()
  })

  it('drop what was left empty, and are kept, shown, tested and sent', async () => {
    const resident = await begin()
    resident.fill('Nickname', 'Ann')
    await resident.press('Add another language')
    await resident.press('Add another language')
    resident.fill('Language 1', ' Welsh ')
    resident.fill('Language 3', 'English')
    resident.fill('Email address 2', 'Ann@Example.org')
    await resident.press('Continue')
    resident.fill('Country', 'c30')
    await resident.press('Continue')
    expect(resident.page.heading).toBe('Days (optional)')
    resident.fill('Day off 1', '1 may 2026')
    await resident.press('Add another day off')
    resident.fill('Day off 2', '3 13 2026')
    await resident.press('Continue')
    expect(resident.page.errors).toEqual(['Day off must be a real date'])
    resident.fill('Day off 2', '3 6 2026')
    await resident.press('Continue')
    expect(resident.page.text).toContain('You speak Welsh, English.')
    await resident.press('Continue')
    expect(resident.page.heading).toBe('Cymraeg')
    await resident.press('Continue')
    expect(resident.page.text).toContain('Country 30')
    expect(resident.page.text).toContain('3 June 2026')
    await resident.follow(/^Change Which languages/u)
    expect(resident.valueOf('Language 2')).toBe('English')
    await resident.press('Continue')
    await resident.press('Send')
    expect(await sent()).toEqual({
      nick: 'Ann',
      tongues: ['Welsh', 'English'],
      mails: ['Ann@Example.org'],
      country: 'c30',
      days: ['2026-05-01', '2026-06-03'],
    })
  })

  it('say what is wrong in the very box, and link to it', async () => {
    const resident = await begin()
    resident.fill('Nickname', 'Ann')
    resident.fill('Email address 2', 'nobody')
    await resident.press('Add another language')
    await resident.press('Add another language')
    resident.fill('Language 2', 'Welsh')
    resident.fill('Language 3', 'Welsh')
    await resident.press('Continue')
    expect(resident.page.errors).toEqual([
      'Enter each answer once only',
      'Enter an email address in the correct format, like name@example.com',
    ])
    expect(resident.page.html).toContain('href="#tongues-3"')
    expect(resident.page.html).toContain('href="#mails-2"')
    expect(resident.page.html).toMatch(/id="tongues-3-error"/u)
    resident.fill('Language 3', 'Old Norse, I think')
    resident.fill('Email address 2', '')
    await resident.press('Continue')
    expect(resident.page.errors).toEqual(['Language must be 10 characters or less'])
    expect(resident.valueOf('Language 3')).toBe('Old Norse, I think')
  })

  it('ask for one when there must be one, at the first box', async () => {
    const resident = await begin()
    resident.fill('Nickname', 'Ann')
    await resident.press('Continue')
    expect(resident.page.errors).toEqual(['Enter at least one language'])
    expect(resident.page.html).toContain('href="#tongues-1"')
  })

  it('do not add a box when Enter is pressed: the first button of the form presses none of them', async () => {
    const resident = await begin()
    const posted = resident.formOf('').body
    expect([posted.has('more'), posted.has('less'), posted.has('button')]).toEqual([
      false,
      false,
      false,
    ])
    resident.fill('Nickname', 'Ann')
    resident.fill('Language 1', 'Welsh')
    await resident.press('')
    expect(resident.page.errors).toEqual(['Select country'])
  })

  it('refuse more boxes than there may be, whoever posts them', async () => {
    const resident = await begin()
    const { body } = resident.formOf('Continue')
    body.set('nick', 'Ann')
    for (let box = 1; box <= 7; box++) body.set(`tongues-${box}`, `Tongue ${box}`)
    body.set('more', 'tongues')
    body.delete('button')
    await resident.post('/tongues/ask', body)
    expect(() => resident.valueOf('Language 6')).toThrow()
  })
})
