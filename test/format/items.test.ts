import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { submissions } from '../../src/store/records.ts'
import type { Resident } from '../client/resident.ts'
import { MINUTE, type TestService } from '../client/service.ts'
import { ENDING, serveForms } from './forms-of.ts'
import { CHECK_WORD, USE_WORD } from './own-actions.ts'

const TEXT = { type: 'string', maxLength: 20 }
const OTHERS = 'odd: { error: No }, later: { error: No }, far: { error: No }'

function parts(properties: object, required: readonly string[] = []): object {
  return {
    title: 'Parts',
    type: 'array',
    items: { type: 'object', properties, required },
    field: { item: 'part' },
  }
}

let service: TestService
beforeAll(async () => {
  service = await serveForms({
    '_shared/actions/check-word.ts': CHECK_WORD,
    '_shared/actions/use-word.ts': USE_WORD,
    proved: {
      fields: {
        word: { title: 'Word', ...TEXT },
        parts: parts({ part: { title: 'Part', ...TEXT }, colour: { title: 'Colour', ...TEXT } }, [
          'part',
        ]),
      },
      required: ['word'],
      flow: `
title: Proved
draft: { keep: 5 hours }
steps:
  word: { fields: [word], buttons: [{ id: go, label: Check it, run: check-word, with: { word: $word }, on: { ${OTHERS} } }] }
  part: { repeat: parts, title: "Part {item.number}", fields: [part] }
  colour: { repeat: parts, title: "Colour of {part}", requires: [{ fact: word-checked, within: 5 minutes }], fields: [colour] }
${ENDING}`,
    },
    barred: {
      fields: {
        parts: parts(
          { part: { title: 'Part', ...TEXT }, size: { title: 'Size', type: 'integer' } },
          ['part', 'size'],
        ),
      },
      flow: `
title: Barred
steps:
  part:
    repeat: parts
    title: "Part {item.number}"
    fields: [part, size]
    next: [{ when: { size: { minimum: 100 } }, to: too-big }, { to: note }]
  note: { repeat: parts, title: "Note {part}", content: "It is {size} big.", next: check }
  too-big: { kind: exit, title: Too big, content: Too big it is. }
${ENDING}`,
    },
    closed: {
      fields: {
        word: { title: 'Word', ...TEXT },
        parts: parts({ part: { title: 'Part', ...TEXT } }, ['part']),
        more: { title: 'More', ...TEXT },
      },
      required: ['word'],
      flow: `
title: Closed
draft: { keep: 5 hours }
steps:
  word: { fields: [word], buttons: [{ id: go, label: Check it, run: check-word, with: { word: $word }, on: { ${OTHERS} } }] }
  parts: { when: { fact: word-checked }, fields: [parts] }
  use: { title: Use, content: Use it., buttons: [{ id: use, label: Use it, run: use-word, with: { word: $word } }] }
  more: { fields: [more] }
${ENDING}`,
    },
  })
})
afterAll(() => service.close())

async function begin(journey: string): Promise<Resident> {
  const resident = service.resident()
  await resident.visit(`/${journey}`)
  return resident
}

async function tell(resident: Resident, label: string, text: string, button = 'Continue') {
  resident.fill(label, text)
  await resident.press(button)
}

async function another(resident: Resident, said: 'Yes' | 'No'): Promise<void> {
  resident.choose(/add/u, said)
  await resident.press('Continue')
}

describe('an item', () => {
  it('is not asked what requires a fact that has lapsed: the person earns it again, and comes back', async () => {
    const resident = await begin('proved')
    await tell(resident, 'Word', 'hello', 'Check it')
    await another(resident, 'Yes')
    service.pass(6 * MINUTE)
    await tell(resident, 'Part', 'lid')
    expect(resident.page.path).toBe('/proved/word')
    await resident.press('Check it')
    expect(resident.page.heading).toBe('Colour of lid')
    await resident.press('Continue')
    expect(resident.page.path).toBe('/proved/part/list')
  })

  it('may lead to an exit, and passes nothing by it', async () => {
    const resident = await begin('barred')
    await another(resident, 'Yes')
    resident.fill('Part', 'lid')
    await tell(resident, 'Size', '100')
    expect(resident.page.heading).toBe('Too big')
    await resident.visit('/barred')
    expect(resident.page.path).toBe('/barred/part/1')
    await tell(resident, 'Size', '10')
    expect(resident.page.heading).toBe('Note lid')
    await resident.press('Continue')
    await another(resident, 'No')
    expect(resident.page.heading).toBe('Check')
  })

  it('that is closed stands, whatever its condition says by then', async () => {
    const resident = await begin('closed')
    await tell(resident, 'Word', 'hello', 'Check it')
    await another(resident, 'Yes')
    await tell(resident, 'Part', 'lid')
    await another(resident, 'No')
    await resident.press('Use it')
    expect(resident.page.path).toBe('/closed/more')
    await resident.visit('/closed/parts/1')
    expect(resident.page.path).toBe('/closed/more')
    await resident.visit('/closed/parts/list')
    expect(resident.page.path).toBe('/closed/more')
    service.pass(11 * MINUTE)
    await resident.visit('/closed')
    expect(resident.page.path).toBe('/closed/more')
    await resident.press('Continue')
    expect(resident.page.text).toContain('lid')
    await resident.press('Send')
    const ids = await service.running.store.ids(submissions)
    const record = await service.running.store.read(submissions, ids.at(-1) ?? '')
    expect(record?.value.answers).toEqual({ word: 'hello', parts: [{ part: 'lid' }] })
  })
})
