import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestService } from '../client/service.ts'
import { lintPage } from '../views/page-lint.ts'
import { ENDING, serveForms } from './forms-of.ts'

const TEXT = { type: 'string', maxLength: 30 }

let service: TestService
beforeAll(async () => {
  service = await serveForms({
    visit: {
      fields: {
        nick: { title: 'What is your name?', ...TEXT, field: { short: 'the name' } },
        pet: { title: 'What is its name?', ...TEXT, field: { short: 'the name' } },
        vet: { title: 'The name', ...TEXT },
        email: { title: 'Email', ...TEXT, field: { autocomplete: 'email' } },
      },
      required: ['nick', 'pet', 'vet', 'email'],
      flow: `
title: Visit
steps:
  you: { title: You, fields: [nick, email] }
  pet: { fields: [pet] }
  vet: { title: "The vet of {pet}", fields: [vet] }
  sure: { title: Is this right?, fields: [email] }
${ENDING}`,
    },
  })
})
afterAll(() => service.close())

describe('check-answers', () => {
  it('shows an answer that several steps ask for once, and says of answers of one name which is changed', async () => {
    const resident = service.resident()
    await resident.visit('/visit')
    resident.fill('What is your name?', 'Sam')
    resident.fill('Email', 'sam@home')
    await resident.press('Continue')
    resident.fill('What is its name?', 'Rex')
    await resident.press('Continue')
    resident.fill('The name', 'Kim')
    await resident.press('Continue')
    await resident.press('Continue')
    const { page } = resident
    expect(page.heading).toBe('Check')
    expect(page.text.match(/Email sam@home/gu)).toHaveLength(1)
    expect(page.links.filter((link) => link.startsWith('Change'))).toEqual([
      'Change The name (You)',
      'Change Email',
      'Change The name (What is its name?)',
      'Change The name (The vet of Rex)',
    ])
    expect(lintPage(page.html).filter(({ rule }) => rule !== 'P25')).toEqual([])
  })
})
