import { todayIn } from '../answers/dates.ts'
import type { Submission } from '../answers/draft.ts'
import type { Scope } from '../flow/scope.ts'
import type { Journey } from '../journey/journey.ts'
import type { Engine } from './engine.ts'

/** What is known of a case long after it was sent: its answers, and no fact any more. */
export function caseScope(
  engine: Pick<Engine, 'now' | 'contractsOf' | 'journeyGives'>,
  journey: Journey,
  { answers, reference }: Pick<Submission, 'answers' | 'reference'>,
  language: string,
): Scope {
  const now = engine.now()
  const world = {
    journey,
    contracts: engine.contractsOf(journey.id),
    journeyGives: engine.journeyGives,
    now,
    today: todayIn(journey.site.timeZone, now),
    language,
    session: '',
    facts: [],
    invitation: {},
    given: {},
    query: {},
    reference,
  }
  return { world, answers }
}
