import type { Button, Journey, Link } from '../journey/journey.ts'

/** A button or link that goes through another journey. */
export interface JourneyCall {
  readonly part: Button | Link
  readonly called: string
}

/** All buttons and links of a journey that go through another. */
export function journeysCalled(journey: Journey): readonly JourneyCall[] {
  const parts = journey.steps.flatMap((step) => [...step.buttons, ...step.links])
  return parts.flatMap((part) =>
    'journey' in part && part.journey !== undefined ? [{ part, called: part.journey }] : [],
  )
}
