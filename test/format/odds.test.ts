import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { submissions } from '../../src/store/records.ts'
import type { Resident } from '../client/resident.ts'
import { HOUR, type TestService } from '../client/service.ts'
import { ENDING, serveForms } from './forms-of.ts'
import { CHECK_WORD, ownAction } from './own-actions.ts'

const TEXT = { type: 'string', maxLength: 20 }

/** Tells what it was given. */
const TELL = ownAction(
  {
    name: 'tell',
    input: {
      type: 'object',
      properties: { all: { type: 'object' }, many: { type: 'array' }, site: { type: 'string' } },
      required: ['all', 'many'],
      additionalProperties: false,
    },
    outcomes: ['told'],
    gives: [{ on: 'told', fact: 'was-told', about: [], carries: ['words'] }],
  },
  'return { outcome: "told", carries: { "was-told": { words: JSON.stringify(input) } } }',
)

let service: TestService
beforeAll(async () => {
  service = await serveForms({
    '_site.yaml': 'service: Odds\nkey-word: north\n',
    '_shared/people.json': JSON.stringify({
      $defs: {
        nick: { type: 'string', title: 'Nickname', maxLength: 10 },
        lodger: {
          type: 'object',
          title: 'Lodger',
          properties: { nick: { $ref: '#/$defs/nick' }, room: { type: 'integer', title: 'Room' } },
          required: ['nick'],
        },
      },
    }),
    '_shared/actions/check-word.ts': CHECK_WORD,
    names: {
      fields: {
        link: { title: 'Link', ...TEXT },
        save: { title: 'Save', ...TEXT },
        remove: { title: 'Remove', ...TEXT },
        another: { title: 'Another', ...TEXT },
        token: { title: 'Token', ...TEXT },
        length: { title: 'Length', ...TEXT },
        name: { title: 'Name', ...TEXT },
        then: { title: 'Then', ...TEXT },
      },
      flow: `
title: Names
steps:
  a: { title: A, fields: [link, save, remove, another, token, name, length, then] }
  b: { title: B, content: "Link {link}." }
${ENDING}`,
    },
    shared: {
      schema: { $defs: { size: { type: 'integer', title: 'Size', minimum: 2 } } },
      fields: {
        nick: { $ref: '../_shared/people.json#/$defs/nick', title: 'What do they call you?' },
        lodger: { $ref: '../_shared/people.json#/$defs/lodger' },
        size: {
          $ref: '#/$defs/size',
          errorMessage: { required: 'Say how big', minimum: 'Too small', type: 'Not a number' },
        },
      },
      required: ['nick', 'size'],
      more: { 'actions/tell.ts': TELL },
      flow: `
title: Shared
start: second
steps:
  first: { title: First, content: You came back., next: last }
  second:
    title: Second
    fields: [nick, lodger, size]
    change: false
    buttons:
      - { id: go, label: Go, run: tell, with: { all: { nick: $nick, room: $lodger.room, fixed: { yes: true } }, many: [$size, 7, $lodger.nick], site: $config.key-word }, next: last }
    links:
      - { label: To the first, to: first, when: { nick: Sam } }
      - { label: Out, href: /pages }
  last: { title: Last, content: "{fact.was-told.words}" }
${ENDING}`,
    },
    brief: {
      fields: { word: { title: 'Word', ...TEXT } },
      required: ['word'],
      flow: `
title: Brief
home: /brief
steps:
  word: { fields: [word] }
  end: { title: End, buttons: [{ id: over, label: Over, next: $return }] }
`,
    },
  })
})
afterAll(() => service.close())

async function begin(journey: string): Promise<Resident> {
  const resident = service.resident()
  await resident.visit(`/${journey}`)
  return resident
}

async function sent(): Promise<Readonly<Record<string, unknown>>> {
  const ids = await service.running.store.ids(submissions)
  const record = await service.running.store.read(submissions, ids.at(-1) ?? '')
  return record?.value.answers ?? {}
}

it('serves a journey whose optional files say nothing', async () => {
  const bare = await serveForms({
    '_site.yaml': '# nothing yet\n',
    wish: {
      fields: { wish: { title: 'Wish', ...TEXT } },
      flow: `title: Wish\nsteps:\n  wish: { fields: [wish] }\n${ENDING}`,
      more: { 'admin.yaml': '', 'scenarios.yaml': '# none\n', 'locales/cy.yaml': '' },
    },
  })
  const resident = bare.resident()
  expect((await resident.visit('/wish')).heading).toBe('Wish (optional)')
  await bare.close()
})

describe('names', () => {
  it('that pages post for themselves elsewhere are fields like others', async () => {
    const resident = await begin('names')
    const said = { link: 'one', save: 'two', remove: 'three', another: 'four', token: 'five' }
    for (const [name, text] of Object.entries(said))
      resident.fill(`${name.charAt(0).toUpperCase()}${name.slice(1)} (optional)`, text)
    await resident.press('Continue')
    expect(resident.page.heading).toBe('B')
    expect(resident.page.text).toContain('Link one.')
    await resident.press('Continue')
    await resident.press('Send')
    expect(await sent()).toEqual(said)
  })
})

describe('shared definitions', () => {
  it('are taken by $ref, and given to actions in maps and lists', async () => {
    const resident = await begin('shared')
    expect(resident.page.path).toBe('/shared/second')
    expect(resident.page.links).not.toContain('To the first')
    await resident.press('Go')
    expect(resident.page.errors).toContain('Say how big')
    resident.fill('What do they call you?', 'Sam')
    resident.fill('Nickname', 'Lou')
    resident.fill('Size', '1')
    await resident.press('Go')
    expect(resident.page.errors).toEqual(['Too small'])
    resident.fill('Room (optional)', '4')
    resident.fill('Size', '3')
    await resident.press('Go')
    expect(resident.page.errors).toEqual([])
    expect(resident.page.text).toContain(
      '{"all":{"nick":"Sam","room":4,"fixed":{"yes":true}},"many":[3,7,"Lou"],"site":"north"}',
    )
    await resident.press('Continue')
    expect(resident.page.links.filter((link) => /^Change/u.test(link))).toEqual([])
  })

  it('lead along a link to a step before the start, when its condition holds', async () => {
    const resident = await begin('shared')
    await resident.visit('/shared/first')
    expect(resident.page.path).toBe('/shared/second')
    resident.fill('What do they call you?', 'Sam')
    resident.fill('Nickname', 'Lou')
    resident.fill('Size', '3')
    await resident.press('Go')
    await resident.visit('/shared/second')
    await resident.follow('To the first')
    expect(resident.page.text).toContain('You came back.')
    await resident.press('Continue')
    expect(resident.page.heading).toBe('Last')
    await resident.press('Continue')
    await resident.press('Send')
    expect(await sent()).toEqual({})
  })
})

describe('a draft of a session', () => {
  it('is gone at $return, and after an hour where nothing is said', async () => {
    const resident = await begin('brief')
    resident.fill('Word', 'one')
    await resident.press('Continue')
    await resident.press('Over')
    expect(resident.page.path).toBe('/brief/word')
    expect(resident.valueOf('Word')).toBe('')
    resident.fill('Word', 'two')
    await resident.press('Continue')
    service.pass(HOUR - 1000)
    await resident.visit('/brief')
    expect(resident.page.path).toBe('/brief/end')
    service.pass(2000)
    await resident.visit('/brief')
    expect(resident.page.path).toBe('/brief/word')
  })
})

describe('a second press of the same page', () => {
  it('gets the first one’s ending, also when the answer was sent', async () => {
    const resident = await begin('names')
    await resident.press('Continue')
    await resident.press('Continue')
    const twin = resident.duplicateTab()
    await resident.press('Send')
    const count = (await service.running.store.ids(submissions)).length
    await twin.press('Send')
    expect(twin.page.text).toBe(resident.page.text)
    expect(await service.running.store.ids(submissions)).toHaveLength(count)
  })
})
