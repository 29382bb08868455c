import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { submissions } from '../../src/store/records.ts'
import type { Resident } from '../client/resident.ts'
import type { TestService } from '../client/service.ts'
import { ENDING, serveForms } from './forms-of.ts'

const YES_NO = { enum: ['yes', 'no'] }

let service: TestService
beforeAll(async () => {
  service = await serveForms({
    path: {
      fields: {
        pet: { title: 'Pet', enum: ['cat', 'dog', 'none'] },
        breed: { title: 'Breed', type: 'string', maxLength: 20 },
        lead: { title: 'Lead', ...YES_NO },
        nick: { title: 'Nickname', type: 'string', maxLength: 20 },
        loud: { title: 'Loud', ...YES_NO },
      },
      required: ['pet', 'breed', 'lead', 'loud'],
      flow: `
title: Path
conditions:
  has-dog: { pet: dog }
  has-pet: { pet: [dog, cat] }
steps:
  pet: { fields: [pet] }
  breed: { when: has-pet, fields: [breed] }
  lead: { when: has-dog, fields: [lead] }
  more:
    title: More
    content: "Breed {breed}. Lead {lead}. Nick {nick}."
    fields: [nick, { field: loud, when: { nick: Rex } }, { content: "Loud it is.", when: { loud: yes } }, { content: "A breed it has.", when: { breed: { answered: true } } }]
    buttons:
      - { id: go, label: Go, next: [{ when: { loud: yes }, to: ear-plugs }, { to: check }] }
  ear-plugs: { title: Ear plugs, content: Wear them. }
${ENDING}`,
    },
    page: {
      fields: {
        first: { title: 'First', enum: ['a', 'b'] },
        second: { title: 'Second', ...YES_NO },
        note: { title: 'Note', type: 'string', maxLength: 20 },
      },
      required: ['first', 'second'],
      flow: `
title: Page
steps:
  all:
    title: All
    content: "Second {second}. Note {note}."
    fields: [first, { field: second, when: { first: a } }, note]
    checks:
      - { must: { any: [{ first: a }, { not: { second: yes } }] }, error: Second counts }
      - { must: { not: { note: bad } }, error: { note: Not that note } }
    next: [{ when: { second: yes }, to: stop }, { when: { note: halt }, to: stop }, { to: check }]
  stop: { kind: exit, title: Stop, links: [{ label: Change, to: all }] }
${ENDING}`,
    },
    branches: {
      fields: {
        age: { title: 'Age', type: 'integer' },
        again: { title: 'Again', ...YES_NO },
        side: { title: 'Side', type: 'string', maxLength: 20 },
      },
      required: ['age', 'again'],
      flow: `
title: Branches
steps:
  age:
    fields: [age]
    next:
      - { when: { age: { maximum: 11 } }, to: too-young }
      - { when: { age: { minimum: 100 } }, to: again }
      - { to: side }
    links: [{ label: Side door, to: side }, { label: Help, href: /pages/help }]
  too-young: { kind: exit, title: Too young, content: Come back later., links: [{ label: Change my age, to: age }] }
  side: { title: Side, fields: [side], when: { not: { age: { minimum: 100 } } }, next: again }
  again:
    fields: [again]
    next: [{ when: { again: yes }, to: age }, { to: check }]
${ENDING}`,
    },
    endings: {
      fields: {
        age: { title: 'Age', type: 'integer', minimum: 0 },
        pet: { title: 'Pet', enum: ['cat', 'dog'] },
      },
      required: ['age', 'pet'],
      flow: `
title: Endings
steps:
  age: { fields: [age] }
  too-young: { kind: exit, title: Too young, content: Come back later., when: { age: { maximum: 11 } }, links: [{ label: Change my age, to: age }] }
  pet: { fields: [pet] }
  check:
    kind: check-answers
    title: Check
    buttons: [{ id: send, label: Send, run: submit-request, on: { refused: { error: Not now } } }]
  dogs: { kind: confirmation, title: Dog sent, content: "Reference {reference}", when: { pet: dog } }
  cats: { kind: confirmation, title: Cat sent, content: "Reference {reference}", when: { not: { pet: dog } } }
`,
    },
    tasks: {
      fields: {
        age: { title: 'Age', type: 'integer', minimum: 0 },
        pet: { title: 'Pet', enum: ['cat', 'dog'] },
      },
      required: ['age', 'pet'],
      flow: `
title: Tasks
sections: { you: About you }
steps:
  list: { kind: task-list, title: List, tasks: [{ section: you }] }
  age: { section: you, fields: [age] }
  too-young: { kind: exit, title: Too young, content: Come back later., when: { age: { maximum: 11 } }, links: [{ label: Change my age, to: age }] }
  pet: { fields: [pet] }
${ENDING}`,
    },
  })
})
afterAll(() => service.close())

async function visit(journey: string): Promise<Resident> {
  const resident = service.resident()
  await resident.visit(`/${journey}`)
  return resident
}

async function sent(): Promise<Readonly<Record<string, unknown>>> {
  const ids = await service.running.store.ids(submissions)
  const record = await service.running.store.read(submissions, ids.at(-1) ?? '')
  return record?.value.answers ?? {}
}

async function choosePet(resident: Resident, pet: string): Promise<void> {
  resident.choose('Pet', pet)
  await resident.press('Continue')
}

describe('the path', () => {
  it('keeps answers that are off it, and counts them nowhere', async () => {
    const resident = await visit('path')
    await choosePet(resident, 'dog')
    resident.fill('Breed', 'Collie')
    await resident.press('Continue')
    resident.choose('Lead', 'yes')
    await resident.press('Continue')
    expect(resident.page.text).toContain('Breed Collie. Lead yes. Nick .')
    expect(resident.page.text).toContain('A breed it has.')
    await resident.visit('/path/pet')
    await choosePet(resident, 'none')
    expect(resident.page.heading).toBe('More')
    expect(resident.page.text).toContain('Breed . Lead . Nick .')
    expect(resident.page.text).not.toContain('A breed it has.')
    await resident.press('Go')
    expect(resident.page.text).not.toContain('Collie')
    await resident.press('Send')
    expect(await sent()).toEqual({ pet: 'none' })
  })

  it('finds kept answers again when someone changes back', async () => {
    const resident = await visit('path')
    await choosePet(resident, 'dog')
    resident.fill('Breed', 'Collie')
    await resident.press('Continue')
    resident.choose('Lead', 'yes')
    await resident.press('Continue')
    await resident.visit('/path/pet')
    await choosePet(resident, 'none')
    await resident.visit('/path/pet')
    await choosePet(resident, 'dog')
    expect(resident.page.heading).toBe('More')
    expect(resident.page.text).toContain('Breed Collie. Lead yes.')
  })

  it('leads a change back to check-answers, and asks only what is new', async () => {
    const resident = await visit('path')
    await choosePet(resident, 'cat')
    resident.fill('Breed', 'Manx')
    await resident.press('Continue')
    await resident.press('Go')
    await resident.follow('Change Pet')
    await choosePet(resident, 'dog')
    expect(resident.page.heading).toBe('Lead')
    resident.choose('Lead', 'no')
    await resident.press('Continue')
    expect(resident.page.heading).toBe('Check')
  })

  it('forgets an optional answer that was emptied, also in what follows from it', async () => {
    const resident = await visit('path')
    await choosePet(resident, 'none')
    resident.fill('Nickname (optional)', 'Rex')
    await resident.press('Go')
    resident.choose('Loud', 'yes')
    await resident.press('Go')
    expect(resident.page.heading).toBe('Ear plugs')
    await resident.visit('/path/more')
    resident.fill('Nickname (optional)', '')
    await resident.press('Go')
    expect(resident.page.heading).toBe('Check')
    await resident.press('Send')
    expect(await sent()).toEqual({ pet: 'none' })
  })

  it('counts no answer of a field of this very page that is shown no more', async () => {
    const resident = await visit('path')
    await choosePet(resident, 'none')
    resident.fill('Nickname (optional)', 'Rex')
    await resident.press('Go')
    resident.choose('Loud', 'yes')
    await resident.press('Go')
    await resident.visit('/path/pet')
    await choosePet(resident, 'cat')
    resident.fill('Breed', 'Manx')
    await resident.press('Continue')
    await resident.visit('/path/more')
    resident.fill('Nickname (optional)', 'Tom')
    await resident.press('Go')
    expect(resident.page.heading).toBe('Check')
    expect(resident.page.text).not.toContain('Loud')
    await resident.visit('/path/more')
    expect(resident.page.text).not.toContain('Loud it is.')
  })

  it('counts none either where nothing has been passed yet', async () => {
    const resident = await visit('page')
    resident.choose('First', 'a')
    await resident.press('Continue')
    resident.choose('Second', 'yes')
    resident.fill('Note (optional)', 'halt')
    await resident.press('Continue')
    expect(resident.page.heading).toBe('Stop')
    await resident.follow('Change')
    resident.choose('First', 'b')
    await resident.press('Continue')
    expect(resident.page.errors).toEqual([])
    expect(resident.page.heading).toBe('Stop')
    await resident.follow('Change')
    expect(resident.page.text).toContain('Second . Note halt.')
    resident.fill('Note (optional)', '')
    await resident.press('Continue')
    expect(resident.page.heading).toBe('Check')
    await resident.press('Send')
    expect(await sent()).toEqual({ first: 'b' })
  })

  it('takes the first branch that holds, and the step that follows where none is said', async () => {
    const resident = await visit('branches')
    resident.fill('Age', '120')
    await resident.press('Continue')
    expect(resident.page.heading).toBe('Again')
    await resident.visit('/branches/age')
    resident.fill('Age', '40')
    await resident.press('Continue')
    expect(resident.page.heading).toBe('Side (optional)')
  })

  it('shows an exit step and passes nothing by it', async () => {
    const resident = await visit('branches')
    resident.fill('Age', '9')
    await resident.press('Continue')
    expect(resident.page.heading).toBe('Too young')
    expect(resident.page.buttons).toEqual([])
    await resident.visit('/branches')
    expect(resident.page.path).toBe('/branches/age')
    await resident.visit('/branches/too-young')
    expect(resident.page.heading).toBe('Too young')
    await resident.follow('Change my age')
    expect(resident.valueOf('Age')).toBe('9')
    resident.fill('Age', '40')
    await resident.press('Continue')
    expect(resident.page.path).toBe('/branches/side')
    await resident.visit('/branches/too-young')
    expect(resident.page.path).toBe('/branches/side')
  })

  it('passes an exit step over while its "when" is false', async () => {
    const resident = await visit('endings')
    resident.fill('Age', '9')
    await resident.press('Continue')
    expect(resident.page.heading).toBe('Too young')
    await resident.follow('Change my age')
    resident.fill('Age', '40')
    await resident.press('Continue')
    expect(resident.page.heading).toBe('Pet')
    await resident.visit('/endings/too-young')
    expect(resident.page.heading).toBe('Pet')
  })

  it('passes it over within a section too', async () => {
    const resident = await visit('tasks')
    await resident.follow('About you')
    resident.fill('Age', '9')
    await resident.press('Continue')
    expect(resident.page.heading).toBe('Too young')
    await resident.follow('Change my age')
    resident.fill('Age', '40')
    await resident.press('Continue')
    expect(resident.page.heading).toBe('Pet')
    resident.choose('Pet', 'cat')
    await resident.press('Continue')
    expect(resident.page.text).toContain('Completed')
  })

  it.each([
    ['dog', 'Dog sent'],
    ['cat', 'Cat sent'],
  ])('ends on the confirmation whose "when" holds: %s', async (pet, heading) => {
    const resident = await visit('endings')
    resident.fill('Age', '40')
    await resident.press('Continue')
    resident.choose('Pet', pet)
    await resident.press('Continue')
    await resident.press('Send')
    expect(resident.page.heading).toBe(heading)
  })

  it('goes back to an earlier step and on again', async () => {
    const resident = await visit('branches')
    resident.fill('Age', '120')
    await resident.press('Continue')
    resident.choose('Again', 'yes')
    await resident.press('Continue')
    expect(resident.page.path).toBe('/branches/age')
    resident.fill('Age', '30')
    await resident.press('Continue')
    expect(resident.page.path).toBe('/branches/side')
    await resident.press('Continue')
    expect(resident.page.path).toBe('/branches/again')
    resident.choose('Again', 'no')
    await resident.press('Continue')
    expect(resident.page.heading).toBe('Check')
  })

  it('is laid through a link by pressing a button beyond it', async () => {
    const resident = await visit('branches')
    await resident.follow('Side door')
    expect(resident.page.path).toBe('/branches/side')
    await resident.visit('/branches')
    expect(resident.page.path).toBe('/branches/age')
    await resident.visit('/branches/side')
    resident.fill('Side (optional)', 'left')
    await resident.press('Continue')
    expect(resident.page.path).toBe('/branches/again')
    resident.choose('Again', 'no')
    await resident.press('Continue')
    expect(resident.page.text).not.toContain('Age')
    await resident.press('Send')
    expect(await sent()).toEqual({ side: 'left', again: 'no' })
  })

  it('leads to where the person is, saying so, when they come too early; knows no step that is not there', async () => {
    const resident = await visit('branches')
    await resident.visit('/branches/check')
    expect(resident.page.path).toBe('/branches/age')
    expect(resident.page.notices).toHaveLength(1)
    await resident.visit('/branches/nowhere')
    expect(resident.page.status).toBe(404)
  })
})
