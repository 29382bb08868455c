import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Resident } from '../client/resident.ts'
import type { TestService } from '../client/service.ts'
import { serveForms } from './forms-of.ts'
import { LET_IN, ownAction } from './own-actions.ts'

const TEXT = { type: 'string', maxLength: 20 }

/** Says that a card is good, and keeps that with the account. */
const CHECK_CARD = ownAction(
  {
    name: 'check-card',
    input: {
      type: 'object',
      properties: { card: { type: 'string' } },
      required: ['card'],
      additionalProperties: false,
    },
    outcomes: ['good', 'bad'],
    words: { bad: 'That card is not good' },
    gives: [
      {
        on: 'good',
        fact: 'card-checked',
        about: ['card'],
        scope: 'account',
        lasts: 86_400_000,
        carries: ['ending'],
      },
    ],
  },
  `if (input.card === 'bad') return { outcome: 'bad' }
    return { outcome: 'good', carries: { 'card-checked': { ending: input.card.slice(-2) } } }`,
)

let service: TestService
beforeAll(async () => {
  service = await serveForms({
    'log-in': {
      fields: { nick: { title: 'Nickname', ...TEXT } },
      required: ['nick'],
      more: { 'actions/let-in.ts': LET_IN },
      flow: `
title: Log in
gives: [known]
steps:
  who: { title: Who are you?, fields: [nick], buttons: [{ id: go, label: Let me in, run: let-in, with: { nick: $nick }, next: $return }] }
`,
    },
    card: {
      fields: { card: { title: 'Card', ...TEXT } },
      required: ['card'],
      more: { 'actions/check-card.ts': CHECK_CARD },
      flow: `
title: Card
gives: [card-checked]
draft: { owner: session }
steps:
  card: { title: Your card, requires: [known], fields: [card], buttons: [{ id: go, label: Check it, run: check-card, with: { card: $card }, next: $return }] }
`,
    },
    shop: {
      flow: `
title: Shop
draft: { owner: session }
steps:
  start: { title: Shop, content: Come in. }
  buy: { title: Buy, requires: [known, card-checked], content: "Card ending {fact.card-checked.ending}." }
  done: { kind: exit, title: Bought, content: Thanks. }
`,
    },
  })
})
afterAll(() => service.close())

async function letIn(resident: Resident, nick: string): Promise<void> {
  expect(resident.page.heading).toBe('Who are you?')
  resident.fill('Nickname', nick)
  await resident.press('Let me in')
}

async function shop(nick: string): Promise<Resident> {
  const resident = service.resident()
  await resident.visit('/shop')
  await resident.press('Continue')
  await letIn(resident, nick)
  return resident
}

describe('a fact of the account (FORMAT.md, Scopes)', () => {
  it('is seen by every journey, on every device, of that account only, until it runs out', async () => {
    const first = await shop('Ann')
    expect(first.page.heading).toBe('Your card')
    first.fill('Card', 'ABC12')
    await first.press('Check it')
    expect(first.page.text).toContain('Card ending 12.')
    const elsewhere = await shop('Ann')
    expect(elsewhere.page.text).toContain('Card ending 12.')
    const other = await shop('Bob')
    expect(other.page.heading).toBe('Your card')
    service.pass(86_400_001)
    const later = await shop('Ann')
    expect(later.page.heading).toBe('Your card')
  })
})
