import { todayIn } from '../answers/dates.ts'
import type { Submission } from '../answers/draft.ts'
import type { Scope, World } from '../flow/scope.ts'
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

/** In which somebody is written to: that in which they read now, else the one that they wrote in. */
export async function languageFor(
  engine: Pick<Engine, 'accountValue'>,
  account: string | undefined,
  wrote: string,
): Promise<string> {
  const reads = account === undefined ? '' : await engine.accountValue(account, 'language')
  return reads || wrote
}

/** The same scope in the language that a person wrote in: they are written to in it, where the journey has it. */
export function toldScope(
  journey: Journey,
  scope: Scope,
  language: string,
): Scope & { readonly world: World } {
  const told = journey.translations.get(language) ?? journey
  return { ...scope, world: { ...scope.world, journey: told, language: told.language } }
}
