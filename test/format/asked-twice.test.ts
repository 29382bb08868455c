import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestService } from '../client/service.ts'
import { ENDING, serveForms } from './forms-of.ts'

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
  })
})
afterAll(() => service.close())

describe('a field that is asked on two steps (FORMAT.md, Steps and Progress)', () => {
  it('is one answer: another one on the later step has the earlier one asked again, as it was changed since', async () => {
    const sam = service.resident()
    await sam.visit('/twice')
    sam.fill('Name', 'Sam')
    await sam.press('Continue')
    sam.fill('Pet', 'Rex')
    await sam.press('Continue')
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
    const sam = service.resident()
    await sam.visit('/twice')
    sam.fill('Name', 'Sam')
    await sam.press('Continue')
    sam.fill('Pet', 'Rex')
    await sam.press('Continue')
    await sam.press('Continue')
    expect(sam.page.path).toBe('/twice/check')
  })
})
