import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Resident } from '../client/resident.ts'
import type { TestService } from '../client/service.ts'
import { ENDING, serveForms } from './forms-of.ts'

let service: TestService
beforeAll(async () => {
  service = await serveForms({
    pets: {
      fields: {
        pet: { title: 'Pet', enum: ['cat', 'dog'] },
        note: { title: 'Note', type: 'string', maxLength: 20 },
      },
      required: ['pet'],
      flow: `
title: Pets
steps:
  pet:
    title: Pet
    fields: [pet, note]
    buttons:
      - { id: go, label: Go }
      - { id: walk, label: Walk it, when: { pet: dog }, next: walked }
  check-in: { title: Check in, content: Wait. }
  walked: { title: Walked, content: Well done. }
${ENDING}`,
    },
  })
})
afterAll(() => service.close())

/** Somebody back on the page, who said then that it is a dog. */
async function withDog(): Promise<Resident> {
  const sam = service.resident()
  await sam.visit('/pets')
  sam.choose('Pet', 'dog')
  await sam.press('Go')
  expect(sam.page.path).toBe('/pets/check-in')
  await sam.visit('/pets/pet')
  return sam
}

describe('a button with a condition', () => {
  it('is pressed where it was on the page, although what was chosen on it hides it now', async () => {
    const sam = await withDog()
    expect(sam.page.buttons).toContain('Walk it')
    sam.choose('Pet', 'cat')
    await sam.press('Walk it')
    expect(sam.page.path).not.toBe('/pets/pet')
    await sam.visit('/pets/pet')
    expect(sam.chosen('Pet')).toEqual(['cat'])
    expect(sam.page.buttons).not.toContain('Walk it')
  })

  it('is pressed where what was chosen on the page brings it', async () => {
    const sam = service.resident()
    await sam.visit('/pets')
    expect(sam.page.buttons).toEqual(['Go'])
    sam.choose('Pet', 'dog')
    const { action, body } = sam.formOf('Go')
    body.set('button', 'walk')
    await sam.post(action, body)
    expect(sam.page.path).toBe('/pets/walked')
  })

  it('is no button for whom it neither was nor is there', async () => {
    const sam = service.resident()
    await sam.visit('/pets')
    sam.choose('Pet', 'cat')
    const { action, body } = sam.formOf('Go')
    body.set('button', 'walk')
    await sam.post(action, body)
    expect(sam.page.path).toBe('/pets/pet')
    expect(sam.page.notices).toHaveLength(1)
  })
})
