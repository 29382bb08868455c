import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { submissions } from '../../src/store/records.ts'
import type { Resident } from '../client/resident.ts'
import type { TestService } from '../client/service.ts'
import { ENDING, serveForms } from './forms-of.ts'
import { LET_IN } from './own-actions.ts'

const TEXT = { type: 'string', maxLength: 20 }

let service: TestService
beforeAll(async () => {
  service = await serveForms({
    move: {
      fields: {
        nick: { title: 'Nickname', ...TEXT },
        born: { title: 'Born in', ...TEXT },
        pets: {
          title: 'Pets',
          type: 'array',
          maxItems: 3,
          items: {
            type: 'object',
            properties: { pet: { title: 'Pet', ...TEXT } },
            required: ['pet'],
          },
          field: { item: 'pet' },
        },
        vet: { title: 'Vet', ...TEXT },
        street: { title: 'Street', ...TEXT },
        kind: { title: 'House or flat', enum: ['house', 'flat', 'tent'] },
        floor: { title: 'Floor', ...TEXT },
        more: { title: 'Anything else', ...TEXT },
      },
      required: ['nick', 'born', 'vet', 'street', 'kind', 'floor'],
      flow: `
title: Move
sections: { you: You, pets: Your pets, home: Your home, lift: The lift, rest: The rest }
conditions: { in-flat: { kind: flat } }
steps:
  start: { title: Before you start, content: Words. }
  tasks:
    title: Your move
    tasks:
      - { section: lift, when: in-flat, after: [home] }
      - { section: you }
      - { section: pets, after: [you] }
      - { section: home }
  nick: { section: you, fields: [nick] }
  born: { fields: [born] }
  you-check: { kind: check-answers, of: [you], title: Check what you said of yourself }
  pets: { section: pets, fields: [pets] }
  vet: { when: { pets: { minItems: 1 } }, fields: [vet] }
  street: { section: home, fields: [street] }
  kind: { fields: [kind], next: [{ when: { kind: tent }, to: sorry }, { to: home-done }] }
  sorry: { kind: exit, title: No tents, content: Sorry. }
  home-done: { section: home, title: Thank you, content: "So you live in {street}." }
  floor: { section: lift, fields: [floor] }
  more: { section: rest, fields: [more] }
${ENDING}`,
    },
    send: {
      fields: { nick: { title: 'Nickname', ...TEXT }, street: { title: 'Street', ...TEXT } },
      required: ['nick', 'street'],
      flow: `
title: Send
sections: { you: You, home: Your home, send: Check and send }
steps:
  tasks: { kind: task-list, title: All, tasks: [{ section: you }, { section: home }, { section: send, after: [you, home] }] }
  nick: { section: you, fields: [nick] }
  street: { section: home, fields: [street] }
  check:
    section: send
    kind: check-answers
    buttons: [{ id: send, label: Send, run: submit-request, on: { refused: { error: Not now } }, next: done }]
  done: { kind: confirmation, title: Done, content: "Reference {reference}" }
`,
    },
    visit: {
      fields: { wish: { title: 'Wish', ...TEXT } },
      required: ['wish'],
      flow: `
title: Visit
sections: { wish: Your wish }
steps:
  tasks: { kind: task-list, title: All, tasks: [{ journey: log-in }, { section: wish }] }
  wish: { section: wish, title: A wish, requires: [known], content: "Hello {fact.known.firstName}.", fields: [wish] }
  done: { section: wish, kind: exit, title: Welcome, content: Words. }
`,
    },
    'log-in': {
      fields: { nick: { title: 'Nickname', ...TEXT } },
      required: ['nick'],
      more: { 'actions/let-in.ts': LET_IN },
      flow: `
title: Say who you are
gives: [known]
steps:
  who:
    title: Who are you?
    fields: [nick]
    buttons: [{ id: go, label: Let me in, run: let-in, with: { nick: $nick }, next: $return }]
`,
    },
  })
})
afterAll(() => service.close())

async function answer(resident: Resident, label: string, text: string): Promise<void> {
  resident.fill(label, text)
  await resident.press('Continue')
}

/** The list as it reads: a task and how it stands, in turn. */
function stands(resident: Resident): string {
  return /You have completed .*?(?= Continue| Log in|$)/u.exec(resident.page.text)?.[0] ?? ''
}

async function begin(): Promise<Resident> {
  const resident = service.resident()
  await resident.visit('/move')
  await resident.press('Continue')
  expect(resident.page.heading).toBe('Your move')
  return resident
}

describe('a task list', () => {
  it('says of each section how it stands, and lets people begin where they like', async () => {
    const resident = await begin()
    expect(stands(resident)).toBe(
      'You have completed 0 of 3 sections. You Not started Your pets Cannot start yet Your home Not started',
    )
    expect(resident.page.links).not.toContain('Your pets')
    await resident.follow('Your home')
    await answer(resident, 'Street', 'High St')
    expect(resident.page.heading).toBe('House or flat')
    await resident.visit('/move')
    expect(stands(resident)).toContain('Your home In progress')
    await resident.follow('Your home')
    expect(resident.page.heading).toBe('House or flat')
    await resident.follow('Back')
    expect(resident.page.heading).toBe('Street')
    await resident.follow('Back')
    expect(resident.page.heading).toBe('Your move')
  })

  it('leads back to the list at the end of each section, and on when all are completed', async () => {
    const resident = await begin()
    await resident.press('Continue')
    expect(resident.page.errors).toEqual(['Complete all the sections before you go on'])
    await resident.follow('You')
    await answer(resident, 'Nickname', 'Ann')
    await answer(resident, 'Born in', 'Diss')
    expect(resident.page.heading).toBe('Check what you said of yourself')
    expect(resident.page.text).toContain('Diss')
    await resident.press('Continue')
    expect(resident.page.heading).toBe('Your move')
    expect(stands(resident)).toContain('You Completed Your pets Not started')
    await resident.follow('Your pets')
    resident.choose(/add a pet/u, 'Yes')
    await resident.press('Continue')
    await answer(resident, 'Pet', 'Rex')
    resident.choose(/another pet/u, 'No')
    await resident.press('Continue')
    expect(resident.page.heading).toBe('Vet')
    await answer(resident, 'Vet', 'Dr Dog')
    await resident.follow('Your home')
    await answer(resident, 'Street', 'High St')
    resident.choose('House or flat', 'house')
    await resident.press('Continue')
    expect(resident.page.text).toContain('So you live in High St.')
    await resident.press('Continue')
    expect(stands(resident)).toMatch(/^You have completed 3 of 3/u)
    await resident.press('Continue')
    expect(resident.page.heading).toBe('Anything else (optional)')
    await resident.press('Continue')
    expect(resident.page.heading).toBe('Check')
    expect(resident.page.text).toMatch(/Ann.*Rex.*Dr Dog.*High St/u)
    await resident.follow('Change Nickname')
    await answer(resident, 'Nickname', 'Annie')
    expect(resident.page.heading).toBe('Check')
    await resident.follow('Change House or flat')
    resident.choose('House or flat', 'flat')
    await resident.press('Continue')
    expect(resident.page.heading).toBe('Your move')
    expect(stands(resident)).toContain('3 of 4 sections. The lift Not started')
    await resident.follow('The lift')
    await answer(resident, 'Floor', '2')
    expect(resident.page.heading).toBe('Check')
    await resident.press('Send')
    expect(resident.page.heading).toBe('Done')
    const ids = await service.running.store.ids(submissions)
    const record = await service.running.store.read(submissions, ids.at(-1) ?? '')
    expect(record?.value.answers).toEqual({
      nick: 'Annie',
      born: 'Diss',
      pets: [{ pet: 'Rex' }],
      vet: 'Dr Dog',
      street: 'High St',
      kind: 'flat',
      floor: '2',
    })
  })

  it('makes a section that others wait for open again when its answer is taken back', async () => {
    const resident = await begin()
    await resident.follow('You')
    await answer(resident, 'Nickname', 'Ann')
    await answer(resident, 'Born in', 'Diss')
    await resident.press('Continue')
    await resident.follow('You')
    expect(resident.page.heading).toBe('Nickname')
    await resident.visit('/move/pets/list')
    expect(resident.page.path).toBe('/move/pets/list')
    await resident.visit('/move/floor')
    expect(resident.page.heading).toBe('Your move')
  })

  it('lets a section lead to an exit that completes nothing', async () => {
    const resident = await begin()
    await resident.follow('Your home')
    await answer(resident, 'Street', 'High St')
    resident.choose('House or flat', 'tent')
    await resident.press('Continue')
    expect(resident.page.heading).toBe('No tents')
    await resident.visit('/move')
    expect(stands(resident)).toContain('Your home In progress')
  })

  it('may end in a task that sends', async () => {
    const resident = service.resident()
    await resident.visit('/send')
    expect(resident.page.buttons).toEqual([])
    expect(stands(resident)).toContain('Check and send Cannot start yet')
    await resident.follow('Your home')
    await answer(resident, 'Street', 'High St')
    await resident.follow('You')
    await answer(resident, 'Nickname', 'Ann')
    await resident.follow('Check and send')
    expect(resident.page.text).toMatch(/Ann.*High St/u)
    await resident.press('Send')
    expect(resident.page.heading).toBe('Done')
    await resident.visit('/send/tasks')
    expect(resident.page.heading).toBe('Done')
  })

  it('may hold another journey, which is done when what it gives holds', async () => {
    const resident = service.resident()
    await resident.visit('/visit')
    expect(stands(resident)).toContain('Say who you are Not started')
    await resident.press('Say who you are')
    await letIn(resident)
    expect(resident.page.heading).toBe('All')
    expect(stands(resident)).toContain('Say who you are Completed Your wish Not started')
  })

  it('goes through the journey that gives what a section requires', async () => {
    const resident = service.resident()
    await resident.visit('/visit')
    await resident.follow('Your wish')
    await letIn(resident)
    await resident.follow('Your wish')
    expect(resident.page.text).toContain('Hello Ann.')
    await answer(resident, 'Wish', 'Rain')
    expect(resident.page.heading).toBe('All')
    await resident.press('Continue')
    expect(resident.page.heading).toBe('Welcome')
  })
})

async function letIn(resident: Resident): Promise<void> {
  expect(resident.page.heading).toBe('Who are you?')
  resident.fill('Nickname', 'Ann')
  await resident.press('Let me in')
}
