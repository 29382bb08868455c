import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Resident } from '../client/resident.ts'
import type { TestService } from '../client/service.ts'
import { ENDING, serveForms } from './forms-of.ts'
import { ownAction } from './own-actions.ts'

const TEXT = { type: 'string', maxLength: 20 }

/** Lets in who knows the code of a house: "code of <house>". */
const KNOCK = ownAction(
  {
    name: 'knock',
    input: {
      type: 'object',
      properties: { house: { type: 'string' }, code: { type: 'string', format: 'secret' } },
      required: ['house', 'code'],
      additionalProperties: false,
    },
    outcomes: ['in', 'wrong'],
    words: { wrong: 'That is not its code' },
    gives: [{ on: 'in', fact: 'let-in', about: ['house'] }],
  },
  `return { outcome: input.code === 'code of ' + input.house ? 'in' : 'wrong' }`,
)

/** Nobody is at home in the house "empty". */
const MEET = ownAction(
  {
    name: 'meet',
    input: {
      type: 'object',
      properties: { house: { type: 'string' } },
      required: ['house'],
      additionalProperties: false,
    },
    outcomes: ['met', 'alone'],
    words: { alone: 'Nobody is at home' },
    needs: [{ fact: 'let-in', about: 'house' }],
    gives: [{ on: 'met', fact: 'met', about: ['house'] }],
  },
  `return { outcome: input.house === 'empty' ? 'alone' : 'met' }`,
)

let service: TestService
beforeAll(async () => {
  service = await serveForms({
    visit: {
      fields: {
        house: { title: 'House', ...TEXT },
        code: { title: 'Code', ...TEXT, writeOnly: true },
        gift: { title: 'Gift', ...TEXT },
      },
      required: ['house', 'code', 'gift'],
      more: { 'actions/knock.ts': KNOCK, 'actions/meet.ts': MEET },
      flow: `
title: Visit
steps:
  door:
    title: The door
    fields: [house, code, gift]
    buttons: [{ id: go, label: Go in, run: [{ action: knock, with: { house: $house, code: $code } }, { action: meet, with: { house: $house } }] }]
  inside: { title: Inside, requires: [met], content: You are in. }
${ENDING}`,
    },
  })
})
afterAll(() => service.close())

/** Somebody who was let into the empty house. */
async function alone(): Promise<Resident> {
  const resident = service.resident()
  await resident.visit('/visit')
  resident.fill('House', 'empty')
  resident.fill('Code', 'code of empty')
  resident.fill('Gift', 'flowers')
  await resident.press('Go in')
  expect(resident.page.errors).toEqual(['Nobody is at home'])
  return resident
}

const asksForCode = ({ page }: Resident) => page.html.includes('name="code"')

describe('a press whose later action failed', () => {
  it('asks no more for a secret that only an earlier one needed', async () => {
    const resident = await alone()
    expect(asksForCode(resident)).toBe(false)
    await resident.press('Go in')
    expect(resident.page.errors).toEqual(['Nobody is at home'])
    expect(asksForCode(resident)).toBe(false)
  })

  it('asks for it again on the page where the answer that it was about is another', async () => {
    const resident = await alone()
    resident.fill('House', 'full')
    resident.fill('Gift', '')
    await resident.press('Go in')
    expect(resident.page.status).toBe(422)
    expect(asksForCode(resident)).toBe(true)
    resident.fill('Code', 'code of full')
    resident.fill('Gift', 'flowers')
    await resident.press('Go in')
    expect(resident.page.path).toBe('/visit/inside')
    // Nothing is half done any more.
    await resident.visit('/visit/door')
    expect(asksForCode(resident)).toBe(true)
  })

  it('asks for it again when that answer is changed and all else is right', async () => {
    const resident = await alone()
    resident.fill('House', 'full')
    await resident.press('Go in')
    expect(resident.page.status).toBe(422)
    expect(resident.page.errors).toEqual(['Enter code'])
    resident.fill('Code', 'code of full')
    await resident.press('Go in')
    expect(resident.page.path).toBe('/visit/inside')
  })

  it('holds again when that answer is changed back', async () => {
    const resident = await alone()
    resident.fill('House', 'full')
    await resident.press('Go in')
    resident.fill('House', 'empty')
    await resident.press('Go in')
    expect(resident.page.errors).toEqual(['Nobody is at home'])
    expect(asksForCode(resident)).toBe(false)
  })
})
