import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestService } from '../client/service.ts'
import { ENDING, serveForms } from './forms-of.ts'

const TEXT = { type: 'string', maxLength: 20 }

let service: TestService
beforeAll(async () => {
  service = await serveForms({
    emptied: {
      fields: {
        name: { title: 'Name', ...TEXT },
        colour: { title: 'Colour', ...TEXT, default: 'blue' },
        nick: { title: 'Nickname', ...TEXT },
        last: { title: 'Last', ...TEXT },
      },
      flow: `
title: Emptied
steps:
  name: { fields: [name] }
  boxes: { title: Boxes, prefill: { nick: query.nick }, fields: [colour, nick] }
  last: { title: Last, fields: [last] }
${ENDING}`,
    },
    twice: {
      fields: { note: { title: 'Note', ...TEXT }, other: { title: 'Other', ...TEXT } },
      flow: `
title: Twice
steps:
  first: { title: First, fields: [note] }
  second:
    title: Second
    fields: [note, other]
    checks: [{ must: { note: { const: fine } }, error: { note: Say fine or nothing } }]
  last: { title: Last, content: Here. }
${ENDING}`,
    },
  })
})
afterAll(() => service.close())

describe('a box that was emptied and posted', () => {
  it('stays empty, whatever its default or its source would fill in', async () => {
    const resident = service.resident()
    await resident.visit('/emptied?nick=Al')
    resident.fill('Name (optional)', 'Sam')
    await resident.press('Continue')
    const boxes = () =>
      ['Colour (optional)', 'Nickname (optional)'].map((label) => resident.valueOf(label))
    expect(boxes()).toEqual(['blue', 'Al'])
    for (const label of ['Colour (optional)', 'Nickname (optional)']) resident.fill(label, '')
    await resident.press('Continue')
    await resident.follow('Back')
    expect(boxes()).toEqual(['', ''])
    resident.fill('Colour (optional)', 'red')
    await resident.press('Continue')
    await resident.follow('Back')
    expect(boxes()).toEqual(['red', ''])
  })

  it('is no answer for the checks of that press, though another page had asked for it before', async () => {
    const resident = service.resident()
    await resident.visit('/twice')
    resident.fill('Note (optional)', 'something')
    await resident.press('Continue')
    await resident.press('Continue')
    expect(resident.page.errors).toEqual(['Say fine or nothing'])
    resident.fill('Note (optional)', '')
    await resident.press('Continue')
    expect(resident.page.errors).toEqual([])
  })
})
