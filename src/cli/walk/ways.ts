import type { Journey } from '../../journey/journey.ts'
import { planThrough } from '../../scenarios/explore.ts'
import type { Plan } from '../../scenarios/plan.ts'
import type { Setting } from '../../scenarios/stage.ts'
import { landlineOf, mobileOf, rulesFor } from './possible.ts'

export interface Way {
  readonly journey: Journey
  readonly plan: Plan
}

/** How walks get through other journeys, and to a login that was made before. */
export interface Ways {
  readonly through: ReadonlyMap<string, Way>
  readonly hasLogin: boolean
  /** One is made in a journey that is gone through. */
  readonly isSignedIn: boolean
  /** The way on which the login is made that a plan needs. */
  loginFor(plan: Plan): Way | undefined
}

/** Finds ways through all journeys that one calls; and, where it asks for a login, how one is made. */
export async function findWays(setting: Setting, journey: Journey): Promise<Ways> {
  const through = new Map<string, Way>()
  for (const id of new Set([...calledBy(journey), ...giversFor(journey, setting)])) {
    const called = setting.journeys.get(id)
    const plan = called && (await planThrough(setting, called, rulesOf(setting, id)))
    if (called && plan) through.set(id, { journey: called, plan })
  }
  const isSignedIn = [...through.values()].some((way) => makesLogin(way.journey))
  const logins =
    needsLogin(journey) && !isSignedIn ? await findLogins(setting) : new Map<string, Way>()
  return {
    through,
    hasLogin: logins.size > 0 || isSignedIn,
    isSignedIn,
    loginFor: (plan) => {
      if (isSignedIn) return undefined
      const says = plan.moves.flatMap((move) => move.says['check-password'] ?? [])
      const phone = says.find((said) => said.outcome === 'right')?.carries['phoneType']
      if (phone === undefined && !runs(journey, ['set-password'])) return undefined
      return logins.get(String(phone ?? 'landline'))
    },
  }
}

const rulesOf = (setting: Setting, id: string) =>
  rulesFor(setting.contractsOf(id), { hasLogin: false })

/** One for each kind of phone. */
async function findLogins(setting: Setting): Promise<Map<string, Way>> {
  const makers = [...setting.journeys.values()].filter(makesLogin)
  const found = new Map<string, Way>()
  for (const [type, number] of [
    ['mobile', mobileOf(0)],
    ['landline', landlineOf(0)],
  ] as const)
    for (const journey of makers) {
      const fits = (plan: Plan) =>
        plan.moves.some((move) => move.body.some(([, text]) => text === number))
      const rules = rulesOf(setting, journey.id)
      const ownAnswers: typeof rules.ownAnswers = (field, walk) =>
        field.kind === 'phone' ? [number] : rules.ownAnswers(field, walk)
      const plan = await planThrough(setting, journey, { ...rules, ownAnswers }, fits)
      if (plan) found.set(type, { journey, plan })
    }
  return found
}

function calledBy({ steps }: Journey): ReadonlySet<string> {
  return new Set(
    steps.flatMap((step) => [
      ...step.buttons.flatMap((button) => button.journey ?? []),
      ...step.links.flatMap((link) => ('journey' in link ? [link.journey] : [])),
      ...(step.tasks ?? []).flatMap((task) => task.journey ?? []),
    ]),
  )
}

/** Journeys that people are sent through because of a fact that is required. */
function giversFor({ id, steps }: Journey, { journeys }: Setting): readonly string[] {
  const required = new Set(steps.flatMap((step) => step.requires.map(({ fact }) => fact)))
  return [...journeys.values()].flatMap((one) =>
    one.id !== id && one.gives.some((fact) => required.has(fact)) ? [one.id] : [],
  )
}

function makesLogin(journey: Journey): boolean {
  return runs(journey, ['create-login'])
}

function needsLogin(journey: Journey): boolean {
  return runs(journey, ['check-password', 'set-password'])
}

function runs({ steps }: Journey, actions: readonly string[]): boolean {
  return steps.some((step) =>
    step.buttons.some((button) => button.run.some((call) => actions.includes(call.action))),
  )
}
