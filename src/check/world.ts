import type { World } from '../flow/scope.ts'
import type { Journey } from '../journey/journey.ts'
import type { ContractTable } from '../journey/reading.ts'

/** A day that dates are seen from; limits move with it. */
export const TODAY = '2026-06-15'

/** A world in which nothing has happened yet: for trying out answers without a service. */
export function emptyWorld(journey: Journey, contracts: ContractTable): World {
  return {
    journey,
    contracts,
    journeyGives: new Map(),
    now: Date.parse(`${TODAY}T09:00:00Z`),
    today: TODAY,
    language: 'en',
    session: '',
    facts: [],
    invitation: {},
    given: {},
    query: {},
  }
}
