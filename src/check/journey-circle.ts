import type { Journey } from '../journey/journey.ts'
import type { Check } from './subject.ts'

const CIRCLE = { code: 'FP0730', severity: 'error' } as const

/** Journeys that go through each other in a circle: nobody could come back. */
export const checkCircles: Check = ({ journey, journeys, marks, report }) => {
  for (const step of journey.steps)
    for (const part of [...step.buttons, ...step.links]) {
      const called = 'journey' in part ? part.journey : undefined
      const at = marks.get(part, 'journey')
      if (called === undefined || !at) continue
      const way = called === journey.id ? [called] : wayTo(journey.id, called, journeys, [])
      if (!way) continue
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
  for (const called of calledBy(journey)) {
    const way = wayTo(wanted, called, journeys, [...seen, from])
    if (way) return [from, ...way]
  }
  return undefined
}

function calledBy(journey: Journey): readonly string[] {
  const parts = journey.steps.flatMap((step) => [...step.buttons, ...step.links])
  return parts.flatMap((part) =>
    'journey' in part && part.journey !== undefined ? [part.journey] : [],
  )
}
