import type { Scenario, Sight } from '../journey/scenario.ts'
import type { Spot } from './walker.ts'

/** What was expected and what was seen, and how to mend it. */
export interface Failure {
  /** What of the scenario failed, for its line. */
  readonly part: Scenario | Sight
  readonly expected: string
  readonly seen: string
  readonly help: string
}

/** A spot as scenarios write it. */
export function nameOf(spot: Spot): string {
  if (spot.is === 'page') return spot.place
  return spot.is === 'gone' ? '$return' : `/${spot.journey}`
}

/** A page with what it says is wrong. */
export function pageInWords(spot: Spot): string {
  const errors = spot.is === 'page' ? spot.page.errors.map((error) => `"${error.text}"`) : []
  const notices = spot.is === 'page' ? spot.page.notices.map((text) => `"${text}"`) : []
  const said = [
    ...(errors.length > 0 ? [`with the errors ${errors.join(', ')}`] : []),
    ...(notices.length > 0 ? [`with the words ${notices.join(', ')}`] : []),
  ]
  return [`the page "${nameOf(spot)}"`, ...said].join(' ')
}
