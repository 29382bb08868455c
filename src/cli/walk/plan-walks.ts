import { contractsOf } from '../../actions/registry.ts'
import { todayIn } from '../../answers/dates.ts'
import type { Subject } from '../../check/subject.ts'
import type { ActionContract } from '../../journey/contract.ts'
import type { Journey } from '../../journey/journey.ts'
import type { LoadedJourney } from '../../journey/load-journeys.ts'
import { explore } from '../../scenarios/explore.ts'
import type { Plan } from '../../scenarios/plan.ts'
import type { Setting } from '../../scenarios/stage.ts'
import type { CheckedForms } from '../load-forms.ts'
import { endsFor, isOwn } from './ends.ts'
import { moreAnswersOf } from './more-answers.ts'
import { rulesFor } from './possible.ts'
import { findWays, type Ways } from './ways.ts'
import { createWishes } from './wishes.ts'

export interface PlannedWalks {
  readonly plans: readonly Plan[]
  readonly ways: Ways
  /** Of the journey's actions. */
  readonly contracts: ReadonlyMap<string, ActionContract>
}

/** Makes the walks of a sound journey. */
export async function planWalks(
  { forms, contracts }: CheckedForms,
  { id, marks }: LoadedJourney,
  journey: Journey,
): Promise<PlannedWalks> {
  const journeys = new Map(
    forms.journeys.flatMap((one) => (one.journey ? [[one.id, one.journey] as const] : [])),
  )
  const setting: Setting = {
    journeys,
    contractsOf: (one) => contractsOf(contracts(one)),
    now: Date.now(),
    createEnds: endsFor(contracts),
  }
  const own = setting.contractsOf(id)
  const subject: Subject = {
    journey,
    marks,
    contracts: own,
    journeys,
    isAlone: false,
    report: () => undefined,
  }
  const ways = await findWays(setting, journey)
  const today = todayIn(journey.site.timeZone, setting.now)
  const rules = { ...rulesFor(own, ways), moreAnswers: moreAnswersOf(subject, today) }
  const isPossible = (action: string, outcome: string) =>
    isOwn(contracts(id).get(action)) || rules.outcomesOf(action).includes(outcome)
  const { plans } = await explore(setting, journey, rules, createWishes(subject, isPossible))
  return { plans, ways, contracts: own }
}
