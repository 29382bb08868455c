import type { Journey } from '../journey/journey.ts'
import { createChoices } from './choices.ts'
import { marksOf } from './coverage.ts'
import { type Moved, nextMove, type Rules, type Walking } from './next-move.ts'
import type { Move, Plan } from './plan.ts'
import { nameOf } from './seen.ts'
import { createStage, type Setting } from './stage.ts'
import { comeBack, open, type Spot, type Walker } from './walker.ts'

const MOST_WALKS = 400
/** So many walks in a row that find nothing new end the search; once all marks are gone through, a few. */
const PATIENCE = 40
const LAST_LOOKS = 3
const MOST_MOVES = 120

export interface Explored {
  readonly plans: readonly Plan[]
  /** Names of all that the plans go through. */
  readonly covered: ReadonlySet<string>
}

/**
 * Makes walks that together go through as much of a journey as can be found: each tries what was tried least so far, and
 * is kept as far as it finds something new. Nothing but the definition is asked.
 */
export async function explore(setting: Setting, journey: Journey, rules: Rules): Promise<Explored> {
  const choices = createChoices()
  const covered = new Set<string>()
  const marks = marksOf(journey, setting.contractsOf(journey.id))
  const patience = () => (marks.every(({ name }) => covered.has(name)) ? LAST_LOOKS : PATIENCE)
  const plans: Plan[] = []
  let idle = 0
  for (let number = 1; number <= MOST_WALKS && idle < patience(); number++) {
    const plan = await walkOnce(
      setting,
      journey,
      { ...rules, choices, number, spent: new Set() },
      covered,
    )
    idle = plan ? 0 : idle + 1
    if (plan) plans.push(plan)
  }
  return { plans, covered }
}

/**
 * A short walk that ends by `$return`, for those who are sent through a journey, and breaks no rule; undefined where
 * none was found. `fits`: which of those that are found will do.
 */
export async function planThrough(
  setting: Setting,
  journey: Journey,
  rules: Rules,
  fits: (plan: Plan) => boolean = () => true,
): Promise<Plan | undefined> {
  const choices = { ...createChoices(), isNew: () => false }
  let best: Plan | undefined
  for (let walk = 0; walk < MOST_WALKS / 4; walk++) {
    const plan = await walkOnce(
      setting,
      journey,
      { ...rules, choices, number: 0, spent: new Set() },
      new Set(),
      true,
    )
    if (plan?.moves.at(-1)?.to !== '$return' || !fits(plan)) continue
    if (!best || plan.moves.length < best.moves.length) best = plan
  }
  return best
}

async function walkOnce(
  setting: Setting,
  journey: Journey,
  rules: Walking,
  known: Set<string>,
  whole = false,
): Promise<Plan | undefined> {
  const given = { account: {}, given: {}, facts: {}, actions: {} }
  const stage = createStage(setting, journey, given)
  const walker: Walker = { stage, given, covered: new Set(), looked: new WeakMap() }
  const moves: Move[] = []
  const covers: { name: string; after: number }[] = []
  const note = (names: Iterable<string>) => {
    for (const name of names)
      if (!known.has(name) && known.add(name)) covers.push({ name, after: moves.length })
  }
  let spot = await open(walker)
  const start = nameOf(spot)
  note(walker.covered)
  while (moves.length < MOST_MOVES && spot.is !== 'gone') {
    const next: Onward = await goOn(walker, spot, rules)
    if (next.is === 'end') break
    spot = next.spot
    if (next.is === 'back') continue
    moves.push(next.move)
    note(walker.covered)
    if (next.move.breaks !== undefined) note([next.move.breaks])
    if (next.isLast) break
  }
  const useful = covers.at(-1)?.after
  if (useful === undefined) return undefined
  return { number: rules.number, start, moves: whole ? moves : moves.slice(0, useful), covers }
}

type Onward =
  | ({ readonly is: 'moved' } & Moved)
  | { readonly is: 'back'; readonly spot: Spot }
  | { readonly is: 'end' }

/** Back from a journey that was gone through; else what is done on the page. */
async function goOn(walker: Walker, spot: Spot, rules: Walking): Promise<Onward> {
  if (spot.is === 'through') return { is: 'back', spot: await comeBack(walker, spot.journey) }
  const moved = spot.is === 'page' ? await nextMove(walker, spot.page, rules) : undefined
  return moved ? { is: 'moved', ...moved } : { is: 'end' }
}
