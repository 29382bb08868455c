import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { submissions } from '../../src/store/records.ts'
import type { Resident } from '../client/resident.ts'
import type { TestService } from '../client/service.ts'
import { ENDING, serveForms } from './forms-of.ts'

let service: TestService
beforeAll(async () => {
  service = await serveForms({
    family: {
      fields: {
        owner: { title: 'Owner', type: 'string', maxLength: 20 },
        people: {
          title: 'People',
          type: 'array',
          minItems: 1,
          maxItems: 3,
          items: {
            type: 'object',
            properties: {
              nick: { title: 'Nickname', type: 'string', maxLength: 20 },
              role: { title: 'Role', enum: ['carer', 'child'] },
              school: { title: 'School', type: 'string', maxLength: 20 },
            },
            required: ['nick', 'role', 'school'],
          },
          field: { item: 'person', listTitle: 'The people', another: 'Another person?' },
        },
        last: { title: 'Last', type: 'string', maxLength: 20 },
      },
      required: ['owner'],
      flow: `
title: Family
steps:
  owner: { fields: [owner] }
  person: { repeat: people, title: "Person {item.number} of {owner}", fields: [nick, role] }
  school:
    repeat: people
    when: { role: child }
    title: "School of {nick}"
    fields: [school]
  ready: { repeat: people, title: "Ready {nick}", content: "At {school}." }
  last: { title: Last, fields: [last, { content: "Norwich it is.", when: { people.school: Norwich } }, { content: "A long name it is.", when: { people.school: { minLength: 10 } } }, { content: "A short name it is.", when: { people.school: { maxLength: 9 } } }] }
${ENDING}`,
    },
    pills: {
      fields: {
        taken: { title: 'Taken', enum: ['some', 'none'] },
        pills: {
          title: 'Pills',
          type: 'array',
          maxItems: 2,
          items: {
            type: 'object',
            properties: { pill: { title: 'Pill', type: 'string', maxLength: 20 } },
            required: ['pill'],
          },
          field: { item: 'pill', empty: 'No pills yet.' },
        },
      },
      required: ['taken'],
      flow: `
title: Pills
steps:
  taken: { fields: [taken] }
  pills: { when: { taken: some }, fields: [pills] }
${ENDING}`,
    },
  })
})
afterAll(() => service.close())

async function addPerson(resident: Resident, nick: string, school?: string): Promise<void> {
  resident.fill('Nickname', nick)
  resident.choose('Role', school === undefined ? 'carer' : 'child')
  await resident.press('Continue')
  if (school !== undefined) {
    expect(resident.page.heading).toBe(`School of ${nick}`)
    resident.fill('School', school)
    await resident.press('Continue')
  }
  expect(resident.page.heading).toBe(`Ready ${nick}`)
  await resident.press('Continue')
}

async function another(resident: Resident, said: 'Yes' | 'No'): Promise<void> {
  resident.choose('Another person?', said)
  await resident.press('Continue')
}

async function begin(): Promise<Resident> {
  const resident = service.resident()
  await resident.visit('/family')
  resident.fill('Owner', 'Sam')
  await resident.press('Continue')
  return resident
}

async function sent(): Promise<Readonly<Record<string, unknown>>> {
  const ids = await service.running.store.ids(submissions)
  const record = await service.running.store.read(submissions, ids.at(-1) ?? '')
  return record?.value.answers ?? {}
}

describe('a repeat on several steps', () => {
  it('asks its steps once per item, each item its own way, and then for another', async () => {
    const resident = await begin()
    expect(resident.page.heading).toBe('Person 1 of Sam')
    await addPerson(resident, 'Ann', 'Norwich')
    expect(resident.page.path).toBe('/family/person/list')
    expect(resident.page.heading).toBe('The people')
    await another(resident, 'Yes')
    expect(resident.page.heading).toBe('Person 2 of Sam')
    await addPerson(resident, 'Bob')
    await another(resident, 'Yes')
    await addPerson(resident, 'Cat', 'Diss')
    expect(resident.page.buttons).not.toContain('Another person?')
    await resident.press('Continue')
    expect(resident.page.heading).toBe('Last (optional)')
    expect(resident.page.text).toContain('Norwich it is.')
    expect(resident.page.text).toContain('A short name it is.')
    expect(resident.page.text).not.toContain('A long name it is.')
    await resident.press('Continue')
    await resident.press('Send')
    expect(await sent()).toEqual({
      owner: 'Sam',
      people: [
        { nick: 'Ann', role: 'child', school: 'Norwich' },
        { nick: 'Bob', role: 'carer' },
        { nick: 'Cat', role: 'child', school: 'Diss' },
      ],
    })
  })

  it('keeps an item’s answers that are off its path, and counts them nowhere', async () => {
    const resident = await begin()
    await addPerson(resident, 'Ann', 'Norwich')
    await resident.visit('/family/person/1')
    resident.choose('Role', 'carer')
    await resident.press('Continue')
    expect(resident.page.path).toBe('/family/person/list')
    expect(resident.page.text).not.toContain('Norwich')
    await resident.visit('/family/ready/1')
    expect(resident.page.text).toContain('At .')
    await resident.visit('/family')
    await another(resident, 'No')
    expect(resident.page.text).not.toContain('Norwich it is.')
    await resident.press('Continue')
    expect(resident.page.text).not.toContain('Norwich')
    await resident.press('Send')
    expect(await sent()).toEqual({ owner: 'Sam', people: [{ nick: 'Ann', role: 'carer' }] })
  })

  it('takes an item out of the middle, and asks nothing again of those behind it', async () => {
    const resident = await begin()
    await addPerson(resident, 'Ann', 'Norwich')
    await another(resident, 'Yes')
    await addPerson(resident, 'Bob')
    await another(resident, 'Yes')
    await addPerson(resident, 'Cat', 'Diss')
    await resident.press('Remove Person 2')
    await resident.press('Yes, remove it')
    expect(resident.page.path).toBe('/family/person/list')
    expect(resident.page.text).not.toContain('Bob')
    await another(resident, 'No')
    expect(resident.page.heading).toBe('Last (optional)')
    await resident.press('Continue')
    await resident.press('Send')
    expect(await sent()).toMatchObject({
      people: [{ nick: 'Ann' }, { nick: 'Cat', school: 'Diss' }],
    })
  })

  it('changes an item from check-answers and comes back there', async () => {
    const resident = await begin()
    await addPerson(resident, 'Ann')
    await another(resident, 'No')
    await resident.press('Continue')
    await resident.follow('Change Role (Person 1)')
    resident.choose('Role', 'child')
    await resident.press('Continue')
    expect(resident.page.heading).toBe('School of Ann')
    resident.fill('School', 'Diss')
    await resident.press('Continue')
    expect(resident.page.heading).toBe('Check')
  })

  it('holds to minItems and maxItems', async () => {
    const resident = await begin()
    await resident.visit('/family/person/list')
    expect(resident.page.path).toBe('/family/person/1')
    await addPerson(resident, 'Ann')
    expect(resident.page.buttons).not.toContain('Remove Person 1')
    await resident.visit('/family/person/3')
    expect(resident.page.path).toBe('/family/person/list')
    await another(resident, 'No')
    await resident.visit('/family/person/2')
    expect(resident.page.path).toBe('/family/last')
  })

  it('asks whether there is another before anything else', async () => {
    const resident = await begin()
    await addPerson(resident, 'Ann')
    await resident.press('Continue')
    expect(resident.page.status).toBe(422)
  })

  it('leads back from an item that was begun by mistake', async () => {
    const resident = await begin()
    await addPerson(resident, 'Ann')
    await another(resident, 'Yes')
    await resident.follow('Back')
    expect(resident.page.path).toBe('/family/person/list')
    await another(resident, 'No')
    expect(resident.page.heading).toBe('Last (optional)')
    await resident.press('Continue')
    await resident.press('Send')
    expect(await sent()).toMatchObject({ people: [{ nick: 'Ann' }] })
  })
})

describe('a repeat on one step', () => {
  it('needs no "repeat" of the step, and may hold nothing', async () => {
    const resident = service.resident()
    await resident.visit('/pills')
    resident.choose('Taken', 'some')
    await resident.press('Continue')
    expect(resident.page.path).toBe('/pills/pills/list')
    expect(resident.page.text).toContain('No pills yet.')
    resident.choose('Do you want to add a pill?', 'No')
    await resident.press('Continue')
    expect(resident.page.heading).toBe('Check')
    await resident.press('Send')
    expect(await sent()).toEqual({ taken: 'some' })
  })

  it('is skipped with all its items while its "when" is false, and they count nowhere', async () => {
    const resident = service.resident()
    await resident.visit('/pills')
    resident.choose('Taken', 'some')
    await resident.press('Continue')
    resident.choose('Do you want to add a pill?', 'Yes')
    await resident.press('Continue')
    resident.fill('Pill', 'Aspirin')
    await resident.press('Continue')
    resident.choose('Do you need to add another pill?', 'No')
    await resident.press('Continue')
    await resident.visit('/pills/taken')
    resident.choose('Taken', 'none')
    await resident.press('Continue')
    expect(resident.page.heading).toBe('Check')
    expect(resident.page.text).not.toContain('Aspirin')
    await resident.press('Send')
    expect(await sent()).toEqual({ taken: 'none' })
  })
})

describe('a link in an item’s turn', () => {
  it('stays with the item, and lays the path through it', async () => {
    const served = await serveForms({
      trips: {
        fields: {
          trips: {
            title: 'Trips',
            type: 'array',
            minItems: 1,
            maxItems: 3,
            items: {
              type: 'object',
              required: ['from', 'to'],
              properties: {
                from: { title: 'From', type: 'string', maxLength: 20 },
                to: { title: 'To', type: 'string', maxLength: 20 },
              },
            },
            field: { item: 'trip', another: 'Another trip?' },
          },
        },
        required: ['trips'],
        flow: `
title: Trips
steps:
  from: { repeat: trips, fields: [from], links: [{ label: I do not know, to: to }], next: [{ when: { from: Mars }, to: too-far }, { to: to }] }
  to: { repeat: trips, fields: [to], links: [{ label: Where it begins, to: from }] }
${ENDING}  too-far: { kind: exit, title: Too far, content: Sorry., links: [{ label: Change where it begins, to: from }] }
`,
      },
    })
    const resident = served.resident()
    await resident.visit('/trips')
    resident.fill('From', 'Diss')
    await resident.press('Continue')
    resident.fill('To', 'Ely')
    await resident.press('Continue')
    resident.choose('Another trip?', 'Yes')
    await resident.press('Continue')
    resident.fill('From', 'Mars')
    await resident.press('Continue')
    expect(resident.page.heading).toBe('Too far')
    await resident.follow('Change where it begins')
    expect([resident.page.path, resident.valueOf('From')]).toEqual(['/trips/from/2', 'Mars'])
    await resident.follow('I do not know')
    expect([resident.page.path, resident.valueOf('To')]).toEqual(['/trips/to/2', ''])
    resident.fill('To', 'Hull')
    await resident.press('Continue')
    resident.choose('Another trip?', 'No')
    await resident.press('Continue')
    expect(resident.page.text).toMatch(/Trip 1 From Diss.*To Ely.*Trip 2.*To Hull/u)
    await resident.follow('Change To (Trip 2)')
    await resident.follow('Where it begins')
    expect(resident.page.path).toBe('/trips/from/2')
    await served.close()
  })
})
