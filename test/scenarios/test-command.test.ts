import { describe, expect, it, vi } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { type Forms, writeForms } from '../format/forms-of.ts'
import { ran } from './ran.ts'

const FIELDS = {
  kind: { type: 'string', title: 'Which kind?', enum: ['bus', 'train'] },
  seat: { type: 'string', title: 'Seat number', pattern: '^[A-Z]{2}[0-9]{3}$' },
  day: { type: 'string', format: 'date', title: 'Which day?', field: { after: 'today' } },
  note: { type: 'string', title: 'A note' },
}
const FLOW = `
title: A ticket
steps:
  kind:
    fields: [kind]
    next:
      - { when: { kind: train }, to: seat }
      - { to: day }
  seat: { fields: [seat] }
  day: { title: The day, fields: [day, note] }
  check:
    kind: check-answers
    title: Check
    buttons: [{ id: send, label: Send, run: submit-request, on: { refused: { error: Not now } }, next: done }]
  done: { kind: confirmation, title: Done, content: "Reference {reference}" }
`

function ticket(scenarios: string): Forms {
  const required = ['kind', 'seat', 'day']
  return { ticket: { fields: FIELDS, required, flow: FLOW, more: { 'scenarios.yaml': scenarios } } }
}

function test(scenarios: string, ...args: string[]) {
  return testOf(ticket(scenarios), ...args)
}

async function testOf(forms: Forms, ...args: string[]) {
  const { dir, remove } = writeForms(forms)
  vi.stubEnv('FORMS_DIR', dir)
  try {
    return await ran((out) => main(['test', ...args], out))
  } finally {
    vi.unstubAllEnvs()
    remove()
  }
}

const SECTION = `
title: A ride
sections: { you: You }
steps:
  list: { kind: task-list, title: List, tasks: [{ section: you }] }
  kind: { section: you, fields: [kind], next: [{ when: { kind: bus }, to: no-bus }, { to: check }] }
  no-bus: { kind: exit, title: No bus, when: { kind: bus }, content: Take the train. }
${FLOW.slice(FLOW.indexOf('  check:'))}`

const BUS = '- name: A bus\n  answers: { kind: bus }\n  sees: [kind, day, check, done]\n'
const TRAIN = '- name: A train\n  answers: { kind: train }\n  ends: done\n'
const REFUSED = `- name: Refused
  answers: { kind: bus }
  sees: [kind, day, check: { actions: { submit-request: refused }, errors: Not now }]
`

describe('footpath test', () => {
  it('plays what the person sees; what is not said is answered as the schema wants it', async () => {
    const { status, said } = await test(BUS + TRAIN + REFUSED, '--min', '100')
    expect(said).toContain('3 scenarios, all as they should be. They go through 100 %.')
    expect(status).toBe(0)
  })

  it('names what no scenario goes through, with its line, and fails where that is too much', async () => {
    const { status, said } = await test(BUS, '--min', '90')
    expect(said).toMatch(/not gone through: kind: way 1, to seat {2}\S+flow\.yaml:7\n/u)
    expect(said).toMatch(/not gone through: seat {2}\S+flow\.yaml:9\n/u)
    expect(said).toMatch(/not gone through: check: send: submit-request refused /u)
    expect(said).toContain('At least 90 % was asked for.')
    expect(status).toBe(1)
    expect((await test(BUS, '--min', '50')).status).toBe(0)
  })

  it('goes through an exit step by showing it, in a section too', async () => {
    const scenarios = `${REFUSED.replace('kind, day, ', 'list, kind, list, ')}- name: A bus
  answers: { kind: bus }
  sees: [list, kind, no-bus]
- name: A train
  answers: { kind: train }
  ends: done
`.replace('{ kind: bus }', '{ kind: train }')
    const { said } = await testOf({
      ride: {
        fields: { kind: FIELDS.kind },
        required: ['kind'],
        flow: SECTION,
        more: { 'scenarios.yaml': scenarios },
      },
    })
    expect(said).not.toContain('no-bus: when holds')
    expect(said).not.toContain('kind: way 1')
  })

  it('goes through a way that leads out of the journey', async () => {
    const flow = `
title: Back
steps:
  kind: { fields: [kind], next: [{ when: { kind: bus }, to: $return }, { to: more }] }
  more: { title: More, next: $return }
`
    const scenarios = `- { name: Bus, answers: { kind: bus }, ends: $return }
- { name: Train, answers: { kind: train }, sees: [kind, more], ends: $return }
`
    const back = { fields: { kind: FIELDS.kind }, required: ['kind'], flow }
    const { said, status } = await testOf(
      { back: { ...back, more: { 'scenarios.yaml': scenarios } } },
      '--min',
      '100',
    )
    expect(said).toContain('2 scenarios, all as they should be. They go through 100 %.')
    expect(status).toBe(0)
  })

  it('takes what is answered several times as a list, within an item too, and what an earlier list offers', async () => {
    const nick = { type: 'string', title: 'Nickname', maxLength: 20 }
    const scenarios = `
- name: Two friends
  answers:
    sizes: [4, 12]
    friends: [{ nick: Ann, names: [Annie, Nan] }, { nick: Bob }]
    first: Bob
    guests: [Ann, Bob]
  sees: [sizes, friend/1, friend/list: { another: true }, friend/2, friend/list, who, check, done]
- name: Too many
  sees: [sizes: { answers: { sizes: [4, many] }, errors: true }]
`
    const { status, said } = await testOf({
      friends: {
        fields: {
          sizes: { type: 'array', title: 'Sizes', items: { type: 'integer' } },
          friends: {
            type: 'array',
            title: 'Friends',
            minItems: 1,
            maxItems: 2,
            items: {
              type: 'object',
              required: ['nick'],
              properties: { nick, names: { type: 'array', title: 'Names', items: nick } },
            },
          },
          first: {
            type: 'string',
            title: 'Who is first?',
            field: { optionsFrom: { of: 'friends', value: 'nick' } },
          },
          guests: {
            type: 'array',
            title: 'Who comes?',
            items: { type: 'string' },
            field: { optionsFrom: { of: 'friends', value: 'nick' } },
          },
        },
        required: ['sizes', 'first'],
        flow: `
title: Friends
steps:
  sizes: { fields: [sizes] }
  friend: { title: A friend, repeat: friends, fields: [nick, names] }
  who: { title: Who, fields: [first, guests] }
${FLOW.slice(FLOW.indexOf('  check:'))}`,
        more: { 'scenarios.yaml': scenarios },
      },
    })
    expect(said).toContain('2 scenarios, all as they should be.')
    expect(status).toBe(0)
  })

  it('shows the line of a failure, what was expected, what was seen, and the remedy', async () => {
    const { status, said } = await test(BUS.replace('kind, day', 'kind, seat, day'))
    expect(said).toMatch(
      /failed: A bus\n *--> \S+scenarios\.yaml:3:16\n3 \| {3}sees: \[kind, seat/u,
    )
    expect(said).toContain('expected: the page "seat"')
    expect(said).toContain('seen:     the page "day"')
    expect(said).toContain('help: If this is right, write "day" here.')
    expect(status).toBe(1)
  })

  it('fails where an answer is refused that is not said to be wrong', async () => {
    const { status, said } = await test(TRAIN.replace('train }', 'train, seat: A1 }'))
    expect(said).toContain('expected: the answers of the page "seat" are taken')
    expect(status).toBe(1)
  })

  it('fails where the end is another', async () => {
    const { said, status } = await test(
      TRAIN.replace('ends: done', 'ends: day\n  actions: { submit-request: refused }').replace(
        'train',
        'bus',
      ),
    )
    expect(status).toBe(0)
    expect(said).toContain('all as they should be')
    const { said: other, status: failed } = await test(
      '- { name: A, answers: { kind: bus }, ends: seat }',
    )
    expect(other).toContain('expected: the person ends at "seat"')
    expect(failed).toBe(1)
  })

  it('takes wrong answers with the error that is expected, and no other', async () => {
    const wrong = (errors: string) => `- name: Wrong
  today: 2026-05-31
  sees: [kind: { answers: { kind: bus } }, day: { answers: { day: 2026-05-31 }, errors: ${errors} }]
`
    expect((await test(wrong('{ day: Date must be in the future }'))).said).toContain('all as they')
    const { status, said } = await test(wrong('{ day: Enter a date }'))
    expect(said).toContain('seen:     "Date must be in the future"')
    expect(status).toBe(1)
  })

  it('lets an answer be changed later, and only through a link that is there', async () => {
    const changed = (to: string) => `- name: Changed
  answers: { kind: bus }
  sees: [kind, day, check: { go: ${to} }, kind: { answers: { kind: train } }, seat, check]
`
    expect((await test(changed('kind'))).said).toContain('all as they should be')
    expect((await test(changed('seat'))).said).toContain('seen:     links to "kind", "day"')
  })

  it('prints all of it as JSON', async () => {
    const { said } = await test(BUS.replace('kind, day', 'kind, seat, day'), '--json')
    const { journeys } = JSON.parse(said)
    expect(journeys[0].scenarios[0]).toMatchObject({
      name: 'A bus',
      status: 'failed',
      failure: { line: 3, expected: 'the page "seat"' },
    })
    expect(journeys[0].coverage.steps.missing).toContainEqual(
      expect.objectContaining({ name: 'seat', line: 9 }),
    )
  })

  it('ends with 1 over errors in the definition, with 2 over what it does not know', async () => {
    expect((await test(BUS.replace('check, done', 'check, doen'))).status).toBe(1)
    expect(await test(BUS, 'tickets')).toMatchObject({ status: 2 })
    expect(await test(BUS, '--min', 'most')).toMatchObject({ status: 2 })
    expect(await test(BUS, '--help')).toMatchObject({ status: 0 })
  })

  it('plays hundreds in a second', async () => {
    const many = Array.from({ length: 300 }, (_, index) =>
      TRAIN.replace('A train', `Train ${index}`),
    )
    const began = process.cpuUsage()
    expect((await test(many.join(''))).said).toContain('300 scenarios, all')
    // Of the processor, in microseconds: what else the machine does counts not.
    expect(process.cpuUsage(began).user).toBeLessThan(4_000_000)
  })
})
