import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Resident } from '../client/resident.ts'
import type { TestService } from '../client/service.ts'
import { ENDING, serveForms } from './forms-of.ts'

/** What each word of the probe page says of the answers. */
const PROBES: Readonly<Record<string, string>> = {
  named: 'is-cic',
  namedInAny: '{ any: [is-cic, { age: 99 }] }',
  namedInNot: '{ not: is-cic }',
  equals: '{ type: cic }',
  oneOf: '{ type: [cic, charity] }',
  among: '{ helpWith: washing }',
  amongSeveral: '{ helpWith: [eating, washing] }',
  allOf: '{ helpWith: { all: [washing, dressing] } }',
  noneOf: '{ helpWith: { none: [eating] } }',
  minimum: '{ age: { minimum: 18 } }',
  range: '{ age: { minimum: 18, exclusiveMaximum: 65 } }',
  pattern: '{ nick: { pattern: "^S", minLength: 3 } }',
  notConst: '{ type: { not: { const: charity } } }',
  notEquals: '{ not: { type: charity } }',
  adult: '{ born: { onOrBefore: 18 years ago } }',
  minor: '{ born: { after: 18 years ago } }',
  fixedDate: '{ born: { before: 2000-01-01 } }',
  soon: '{ leaves: { onOrBefore: in 10 days } }',
  otherDate: '{ leaves: { after: $born } }',
  answered: '{ nick: { answered: true } }',
  unanswered: '{ nick: { answered: false } }',
  atLeast: '{ answered: { atLeast: 2, of: [nick, age, born] } }',
  sameAs: '{ nick: { sameAs: other } }',
  otherNumber: '{ age: { minimum: $limit } }',
  otherEqual: '{ nick: $other }',
  mobile: '{ phone: { phoneType: mobile } }',
  both: '{ type: cic, age: 40 }',
  yes: '{ agree: true }',
  yesWord: '{ word: yes }',
  onWord: '{ word: [on, no] }',
  part: '{ place.town: Norwich }',
  config: '{ config.area: north }',
  number: '{ age: 40 }',
}

let service: TestService
beforeAll(async () => {
  service = await serveForms({
    '_site.yaml': 'service: Probe\narea: north\n',
    probe: {
      fields: {
        type: { title: 'Type', enum: ['cic', 'charity', 'other'] },
        helpWith: {
          type: 'array',
          title: 'Help with',
          items: { enum: ['washing', 'dressing', 'eating'] },
        },
        age: { type: 'integer', title: 'Age' },
        limit: { type: 'integer', title: 'Limit' },
        born: { type: 'string', format: 'date', title: 'Born' },
        leaves: { type: 'string', format: 'date', title: 'Leaves' },
        nick: { type: 'string', title: 'Nickname', maxLength: 20 },
        other: { type: 'string', title: 'Other name', maxLength: 20 },
        phone: { type: 'string', format: 'phone', title: 'Phone' },
        agree: { type: 'boolean', title: 'Agree' },
        word: { title: 'Word', enum: ['yes', 'no', 'on'] },
        place: {
          type: 'object',
          title: 'Place',
          properties: { town: { type: 'string', title: 'Town' } },
        },
      },
      flow: `
title: Probe
conditions:
  is-cic: { type: cic }
steps:
  ask: { title: Ask, fields: [type, helpWith, age, limit, born, leaves, nick, other, phone, agree, word, place] }
  told:
    title: Told
    fields:
${Object.entries(PROBES)
  .map(([name, when]) => `      - { content: "Holds ${name}.", when: ${when} }`)
  .join('\n')}
      - { content: "The end." }
${ENDING}`,
    },
  })
})
afterAll(() => service.close())

type Said = Readonly<Record<string, string | readonly string[]>>

/** The conditions that hold after these answers; all of them are optional. */
async function holding(answers: Said): Promise<readonly string[]> {
  const resident = service.resident()
  await resident.visit('/probe')
  for (const [label, said] of Object.entries(answers)) say(resident, `${label} (optional)`, said)
  await resident.press('Continue')
  expect(resident.page.errors).toEqual([])
  return [...resident.page.text.matchAll(/Holds (\w+)\./gu)].map(([, name = '']) => name)
}

function say(resident: Resident, label: string, said: string | readonly string[]): void {
  if (typeof said === 'string') resident.fill(label, said)
  else resident.choose(label, ...said)
}

describe('conditions', () => {
  it('are false of what is not given, but for "not" and "answered: false"', async () => {
    expect(await holding({})).toEqual(['namedInNot', 'notEquals', 'unanswered', 'config'])
  })

  it('know a charity from a CIC', async () => {
    expect(await holding({ Type: ['cic'] })).toEqual([
      'named',
      'namedInAny',
      'equals',
      'oneOf',
      'notConst',
      'notEquals',
      'unanswered',
      'config',
    ])
    expect(await holding({ Type: ['charity'] })).toEqual([
      'namedInNot',
      'oneOf',
      'unanswered',
      'config',
    ])
  })

  it('look into what was chosen of check boxes', async () => {
    const rest = ['namedInNot', 'notEquals', 'unanswered', 'config']
    const only = (names: readonly string[]) => names.filter((name) => !rest.includes(name))
    expect(only(await holding({ 'Help with': ['washing'] }))).toEqual([
      'among',
      'amongSeveral',
      'noneOf',
    ])
    expect(only(await holding({ 'Help with': ['washing', 'dressing'] }))).toEqual([
      'among',
      'amongSeveral',
      'allOf',
      'noneOf',
    ])
    expect(only(await holding({ 'Help with': ['eating'] }))).toEqual(['amongSeveral'])
  })

  it('compare numbers with numbers and with other answers', async () => {
    const rest = ['namedInNot', 'notEquals', 'unanswered', 'config']
    const of = async (said: Said) => (await holding(said)).filter((name) => !rest.includes(name))
    expect(await of({ Age: '40' })).toEqual(['minimum', 'range', 'number'])
    expect(await of({ Age: '65' })).toEqual(['minimum'])
    expect(await of({ Age: '12', Limit: '12' })).toEqual(['otherNumber'])
    expect(await of({ Age: '11', Limit: '12' })).toEqual([])
  })

  it('compare dates with dates, with today and with other answers', async () => {
    const rest = ['namedInNot', 'notEquals', 'unanswered', 'config']
    const of = async (said: Said) => (await holding(said)).filter((name) => !rest.includes(name))
    expect(await of({ Born: '15 6 2008' })).toEqual(['adult'])
    expect(await of({ Born: '16 6 2008' })).toEqual(['minor'])
    expect(await of({ Born: '31 12 1999', Leaves: '25 6 2026' })).toEqual(
      ['adult', 'fixedDate', 'soon', 'otherDate', 'atLeast'].filter((name) => name !== 'atLeast'),
    )
    expect(await of({ Leaves: '26 6 2026' })).toEqual([])
  })

  it('know words, their sameness, parts, kinds of number and what reads like a boolean', async () => {
    expect(await holding({ Nickname: 'Sam', 'Other name': 'Sam', Age: '1' })).toEqual([
      'namedInNot',
      'pattern',
      'notEquals',
      'answered',
      'atLeast',
      'sameAs',
      'otherEqual',
      'config',
    ])
    const rest = ['namedInNot', 'notEquals', 'unanswered', 'config']
    const of = async (said: Said) => (await holding(said)).filter((name) => !rest.includes(name))
    expect(await of({ Phone: '07700 900123' })).toEqual(['mobile'])
    expect(await of({ Phone: '01632 960123' })).toEqual([])
    expect(await of({ Agree: ['Yes'] })).toEqual(['yes'])
    expect(await of({ Word: ['yes'] })).toEqual(['yesWord'])
    expect(await of({ Word: ['on'] })).toEqual(['onWord'])
    expect(await of({ Type: ['cic'], Age: '40' })).toContain('both')
  })
})
