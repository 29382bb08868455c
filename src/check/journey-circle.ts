import type { Journey } from '../journey/journey.ts'
import { journeysCalled } from './journey-calls.ts'
import type { Check } from './subject.ts'

const CIRCLE = { code: 'FP0730', severity: 'error' } as const

/** Journeys that go through each other in a circle: nobody could come back. */
export const checkCircles: Check = ({ journey, journeys, marks, report }) => {
  for (const { part, called } of journeysCalled(journey)) {
    const at = marks.get(part, 'journey')
    const way = wayTo(journey.id, called, journeys, [])
    if (!at || !way) continue
    const help = 'Let one of them end, with "home:" saying where to.'
    report(CIRCLE, at, `This goes in a circle: ${[journey.id, ...way].join(' → ')}.`, help)
  }
}

function wayTo(
  wanted: string,
  from: string,
  journeys: ReadonlyMap<string, Journey>,
  seen: readonly string[],
): readonly string[] | undefined {
  if (from === wanted) return [from]
  const journey = journeys.get(from)
  if (!journey || seen.includes(from)) return undefined
  for (const { called } of journeysCalled(journey)) {
    const way = wayTo(wanted, called, journeys, [...seen, from])
    if (way) return [from, ...way]
  }
  return undefined
}
