import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestService } from '../client/service.ts'
import { ENDING, serveForms } from './forms-of.ts'

const TEXT = { type: 'string', maxLength: 20 }

let service: TestService
beforeAll(async () => {
  service = await serveForms({
    care: {
      fields: {
        nick: { title: 'Nickname', ...TEXT },
        who: {
          title: 'Who cares?',
          oneOf: [
            { const: 'self', title: '{nick} alone', description: 'Nobody else helps {nick}' },
            { const: 'other', title: 'Somebody else, {{nick}' },
          ],
          errorMessage: { required: 'Select who cares for {nick}' },
        },
        hours: {
          title: 'Hours',
          type: 'integer',
          maximum: 9,
          errorMessage: { maximum: '{nick} has {limit} hours at most' },
          field: { suffix: 'for {nick}', short: 'the hours of {nick}' },
        },
        home: {
          title: 'Home',
          type: 'object',
          required: ['town'],
          properties: { town: { ...TEXT, title: 'Town of {nick}' } },
        },
        pets: {
          title: 'Pets',
          type: 'array',
          maxItems: 2,
          items: {
            type: 'object',
            required: ['pet'],
            properties: {
              pet: { title: 'Pet', ...TEXT, errorMessage: { required: 'What has {nick}?' } },
            },
          },
          field: {
            item: 'pet',
            listTitle: 'The pets of {nick}',
            empty: '{nick} has none.',
            another: 'Has {nick} another?',
          },
        },
      },
      required: ['nick', 'who', 'hours', 'home'],
      flow: `
title: Care
sections: { you: You, care: "Care of {nick}" }
steps:
  you: { section: you, fields: [nick] }
  care:
    section: care
    title: Care
    fields: [{ content: "First.", group: About }, { field: who, group: About }, { content: "*Then* {nick}.", group: About }, { field: hours, group: About }, home]
  pet: { repeat: pets, fields: [pet] }
${ENDING}`,
    },
  })
})
afterAll(() => service.close())

describe('words of schema.json', () => {
  it('hold answers: options, errors, what stands beside a box, parts, lists and sections', async () => {
    const resident = service.resident()
    await resident.visit('/care')
    resident.fill('Nickname', '<i>Sam')
    await resident.press('Continue')
    resident.fill('Hours', '12')
    await resident.press('Continue')
    expect(resident.page.errors).toEqual([
      'Select who cares for <i>Sam',
      '<i>Sam has 9 hours at most',
      'Enter town of <i>Sam',
    ])
    expect(resident.page.text).toContain('Nobody else helps <i>Sam')
    expect(resident.page.text).toContain('Somebody else, {nick}')
    expect(resident.page.text).toContain('for <i>Sam')
    const about = resident.page.html.match(
      /<fieldset[^>]*>\s*<legend[^>]*>\s*About[\s\S]*<em>Then<\/em>[\s\S]*name="hours"/u,
    )
    expect(about).not.toBeNull()
    expect(resident.page.html.match(/>\s*About\s*</gu)).toHaveLength(1)
    resident.choose('Who cares?', '<i>Sam alone')
    resident.fill('Hours', '2')
    resident.fill('Town of <i>Sam', 'Diss')
    await resident.press('Continue')
    expect(resident.page.heading).toBe('The pets of <i>Sam')
    expect(resident.page.text).toContain('<i>Sam has none.')
    resident.choose('Has <i>Sam another?', 'Yes')
    await resident.press('Continue')
    await resident.press('Continue')
    expect(resident.page.errors).toEqual(['What has <i>Sam?'])
    resident.fill('Pet', 'Rex')
    await resident.press('Continue')
    resident.choose('Has <i>Sam another?', 'No')
    await resident.press('Continue')
    expect(resident.page.text).toContain('Care of <i>Sam')
    expect(resident.page.text).toContain('<i>Sam alone')
    expect(resident.page.text).toContain('The hours of <i>Sam 2')
    expect(resident.page.text).toContain('The pets of <i>Sam')
  })
})
