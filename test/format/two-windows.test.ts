import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Resident } from '../client/resident.ts'
import type { TestService } from '../client/service.ts'
import { ENDING, serveForms } from './forms-of.ts'

const TEXT = { type: 'string', maxLength: 20 }

let service: TestService
beforeAll(async () => {
  service = await serveForms({
    pets: {
      fields: {
        note: { title: 'Note', ...TEXT },
        pets: {
          title: 'Pets',
          type: 'array',
          items: { type: 'object', properties: { pet: { title: 'Pet', ...TEXT } } },
        },
      },
      flow: `
title: Pets
draft: { owner: session }
steps:
  note: { title: A note, fields: [note] }
  pet: { repeat: pets, title: A pet, fields: [pet] }
${ENDING}`,
    },
  })
})
afterAll(() => service.close())

/** Somebody who has answered both pages, at one of them. */
async function at(path: string): Promise<Resident> {
  const resident = service.resident()
  await resident.visit('/pets')
  resident.fill(/Note/u, 'first')
  await resident.press('Continue')
  await another(resident, 'Yes')
  resident.fill(/Pet/u, 'first')
  await resident.press('Continue')
  await resident.visit(path)
  return resident
}

async function another(resident: Resident, answer: 'Yes' | 'No'): Promise<void> {
  const legend = /Do you need to add another one\?/u.test(resident.page.text)
    ? 'Do you need to add another one?'
    : 'Do you want to add one?'
  resident.choose(legend, answer)
  await resident.press('Continue')
}

describe.each([
  ['a page', '/pets/note', /Note/u],
  ['an item', '/pets/pet/1', /Pet/u],
])('%s that is open in two windows', (_what, path, label) => {
  it('is taken from the second where the first changed nothing', async () => {
    const one = await at(path)
    const other = one.duplicateTab()
    await one.press('Continue')
    expect(one.page.status).toBe(200)
    other.fill(label, 'second')
    await other.press('Continue')
    expect(other.page.status).toBe(200)
    await other.visit(path)
    expect(other.valueOf(label)).toBe('second')
  })

  it('is asked about in the second where the first changed it, whatever was pressed since', async () => {
    const one = await at(path)
    const other = one.duplicateTab()
    one.fill(label, 'changed')
    await one.press('Continue')
    await one.visit(path)
    await one.press('Continue')
    other.fill(label, 'second')
    await other.press('Continue')
    expect(other.page.status).toBe(409)
    expect(other.valueOf(label)).toBe('second')
    await other.press('Continue')
    await other.visit(path)
    expect(other.valueOf(label)).toBe('second')
  })

  it('stays empty where the first emptied it and the second says nothing', async () => {
    const one = await at(path)
    const other = one.duplicateTab()
    one.fill(label, '')
    await one.press('Continue')
    other.fill(label, '')
    await other.press('Continue')
    await one.visit(path)
    expect(one.valueOf(label)).toBe('')
  })
})

describe('an item', () => {
  it('that is left empty is one all the same, and can be filled in later', async () => {
    const resident = await at('/pets/pet/list')
    await another(resident, 'Yes')
    expect(resident.page.path).toBe('/pets/pet/2')
    await resident.press('Continue')
    expect(resident.page.path).toBe('/pets/pet/list')
    expect(resident.page.text).toContain('Pets 2')
    await resident.visit('/pets/pet/2')
    resident.fill(/Pet/u, 'late')
    await resident.press('Continue')
    expect(resident.page.text).toContain('late')
  })
})
