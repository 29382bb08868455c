import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Resident } from '../client/resident.ts'
import { MINUTE, type TestService } from '../client/service.ts'
import { ENDING, serveForms } from './forms-of.ts'
import { CHECK_WORD } from './own-actions.ts'

let service: TestService
beforeAll(async () => {
  service = await serveForms({
    twice: {
      fields: {
        name: { title: 'Name', type: 'string', maxLength: 20 },
        pet: { title: 'Pet', type: 'string', maxLength: 20 },
      },
      required: ['name', 'pet'],
      flow: `
title: Twice
steps:
  first: { fields: [name] }
  pet: { fields: [pet] }
  second: { title: Your name again, fields: [name] }
${ENDING}`,
    },
    dates: {
      fields: {
        from: { title: 'From', type: 'string', format: 'date' },
        to: { title: 'To', type: 'string', format: 'date', field: { onOrAfter: '$from' } },
      },
      required: ['from', 'to'],
      flow: `
title: Dates
steps:
  from: { fields: [from] }
  to: { fields: [to] }
${ENDING}`,
    },
    fields: {
      fields: {
        pet: { title: 'Pet', enum: ['cat', 'dog'] },
        name: { title: 'Name', type: 'string', maxLength: 20 },
        lead: { title: 'Lead', enum: ['yes', 'no'] },
      },
      required: ['pet', 'name', 'lead'],
      flow: `
title: Fields
steps:
  pet: { fields: [pet] }
  about: { title: About it, fields: [name, { field: lead, when: { pet: dog } }] }
${ENDING}`,
    },
    '_shared/actions/check-word.ts': CHECK_WORD,
    proved: {
      fields: {
        word: { title: 'Word', type: 'string', maxLength: 20 },
        note: { title: 'Note', type: 'string', maxLength: 20 },
      },
      required: ['word', 'note'],
      flow: `
title: Proved
draft: { owner: session, keep: 5 hours }
steps:
  word: { fields: [word] }
  prove:
    title: Prove
    content: Now check it.
    buttons: [{ id: go, label: Check it, run: check-word, with: { word: $word }, on: { odd: { error: No }, later: { error: No }, far: { error: No } } }]
  note: { fields: [note] }
${ENDING}`,
    },
  })
})
afterAll(() => service.close())

/** Somebody who has filled in these boxes, each on a page of its own. */
async function answered(
  path: string,
  ...boxes: readonly (readonly [string, string])[]
): Promise<Resident> {
  const resident = service.resident()
  await resident.visit(path)
  for (const [label, text] of boxes) {
    resident.fill(label, text)
    await resident.press('Continue')
  }
  return resident
}

describe('a field that is asked on two steps (FORMAT.md, Steps and Progress)', () => {
  it('is one answer: another one on the later step has the earlier one asked again, as it was changed since', async () => {
    const sam = await answered('/twice', ['Name', 'Sam'], ['Pet', 'Rex'])
    expect(sam.page.path).toBe('/twice/second')
    expect(sam.valueOf('Name')).toBe('Sam')
    sam.fill('Name', 'Kim')
    await sam.press('Continue')
    expect(sam.page.path).toBe('/twice/first')
    expect(sam.valueOf('Name')).toBe('Kim')
    await sam.press('Continue')
    expect(sam.page.path).toBe('/twice/check')
    expect(sam.page.text).toContain('Kim')
    expect(sam.page.text).not.toContain('Sam')
  })

  it('leads on where the later step leaves the answer as it is', async () => {
    const sam = await answered('/twice', ['Name', 'Sam'], ['Pet', 'Rex'])
    await sam.press('Continue')
    expect(sam.page.path).toBe('/twice/check')
  })
})

describe('an exit whose answers are the very same (FORMAT.md, Progress)', () => {
  it('falls where another answer makes them wrong', async () => {
    const sam = await answered('/dates', ['From', '1 4 2026'], ['To', '3 4 2026'])
    expect(sam.page.path).toBe('/dates/check')
    await sam.visit('/dates/from')
    sam.fill('From', '2 4 2026')
    await sam.press('Continue')
    expect(sam.page.path).toBe('/dates/check')
    await sam.visit('/dates/from')
    sam.fill('From', '9 4 2026')
    await sam.press('Continue')
    expect(sam.page.path).toBe('/dates/to')
  })

  it('falls where another answer opens a question beside them, and stands again without it', async () => {
    const sam = service.resident()
    await sam.visit('/fields')
    sam.choose('Pet', 'cat')
    await sam.press('Continue')
    sam.fill('Name', 'Rex')
    await sam.press('Continue')
    for (const _again of [1, 2]) {
      await sam.visit('/fields/pet')
      await sam.press('Continue')
      expect(sam.page.path).toBe('/fields/check')
    }
    await sam.visit('/fields/pet')
    sam.choose('Pet', 'dog')
    await sam.press('Continue')
    expect(sam.page.path).toBe('/fields/about')
    await sam.visit('/fields/pet')
    sam.choose('Pet', 'cat')
    await sam.press('Continue')
    expect(sam.page.path).toBe('/fields/check')
  })

  async function proved(): Promise<Resident> {
    const sam = service.resident()
    await sam.visit('/proved')
    sam.fill('Word', 'hello')
    await sam.press('Continue')
    await sam.press('Check it')
    sam.fill('Note', 'mine')
    await sam.press('Continue')
    for (const _again of [1, 2]) {
      await sam.visit('/proved/note')
      await sam.press('Continue')
      expect(sam.page.path).toBe('/proved/check')
    }
    return sam
  }

  it('falls where a fact that its action gave has run out', async () => {
    const sam = await proved()
    service.pass(11 * MINUTE)
    await sam.visit('/proved/check')
    expect(sam.page.path).toBe('/proved/prove')
  })

  it('falls where its action would be given something else', async () => {
    const sam = await proved()
    await sam.visit('/proved/word')
    sam.fill('Word', 'other')
    await sam.press('Continue')
    expect(sam.page.path).toBe('/proved/prove')
  })
})
