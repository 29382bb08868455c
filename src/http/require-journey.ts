import type { Journey } from '../journey/journey.ts'
import type { Ctx, HttpDeps } from './context.ts'
import { journeyFor } from './language.ts'
import { Refusal } from './refusal.ts'

/** The journey that an address names, in the language of the page. One with a mistake in its definition is told from one that is not there. */
export function requireJourney(c: Ctx, deps: HttpDeps, id: string): Journey {
  const journey = deps.engine.journeys.get(id)
  if (journey) return journeyFor(c, journey)
  if (deps.broken.has(id))
    throw new Refusal(503, `${id} has errors in its definition`, {
      title: 'This form is not available',
      lines: [
        'There is a mistake in how this form has been set up. The people who run it have been told.',
        'Answers that you had saved are kept. Try again later.',
      ],
    })
  throw new Refusal(404, 'no such journey')
}
