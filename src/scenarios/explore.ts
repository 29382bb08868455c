import type { Journey } from '../journey/journey.ts'
import { createChoices } from './choices.ts'
import { type Mark, marksOf } from './coverage.ts'
import { nextMove } from './next-move.ts'
import type { Move, Plan } from './plan.ts'
import type { Moved, Rules, Walking, Wish } from './rules.ts'
import { nameOf } from './seen.ts'
import { createStage, type Setting } from './stage.ts'
import { comeBack, open, type Spot, type Walker } from './walker.ts'

const MOST_WALKS = 400
/** So many walks in a row that find nothing new end the search; once all marks are gone through, a few. */
const PATIENCE = 40
const LAST_LOOKS = 3
/** A walk has at most so many moves; in a long journey so many for each step. */
const MOST_MOVES = { inAll: 120, perStep: 3 } as const
/** So many walks that are wished for try to come to one mark. */
const MOST_TRIES = 16

export interface Explored {
  readonly plans: readonly Plan[]
  /** Names of all that the plans go through. */
  readonly covered: ReadonlySet<string>
}

/**
 * Makes walks that together go through as much of a journey as can be found: each tries what was tried least so far, and
 * is kept as far as it finds something new. What they do not come to is then walked to as `wishFor` says, which answers
 * undefined where it cannot tell. Nothing but the definition is asked.
 */
export async function explore(
  setting: Setting,
  journey: Journey,
  rules: Rules,
  wishFor: (mark: Mark) => Wish | undefined = () => undefined,
): Promise<Explored> {
  const choices = createChoices()
  const covered = new Set<string>()
  const marks = marksOf(journey, setting.contractsOf(journey.id))
  const patience = () => (marks.every(({ name }) => covered.has(name)) ? LAST_LOOKS : PATIENCE)
  const plans: Plan[] = []
  const walk = async (wish?: Wish) => {
    const walking = { ...rules, choices, number: plans.length + 1 }
    const plan = await walkOnce(setting, journey, { ...walking, ...(wish && { wish }) }, covered)
    if (plan) plans.push(plan)
    return plan
  }
  let idle = 0
  for (let walks = 0; walks < MOST_WALKS && idle < patience(); walks++)
    idle = (await walk()) ? 0 : idle + 1
  for (const mark of marks) {
    const wish = covered.has(mark.name) ? undefined : wishFor(mark)
    for (let tries = 0; wish && tries < MOST_TRIES && !covered.has(mark.name); tries++)
      await walk(wish)
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
    const plan = await walkOnce(setting, journey, { ...rules, choices, number: 0 }, new Set(), true)
    if (plan?.moves.at(-1)?.to !== '$return' || !fits(plan)) continue
    if (!best || plan.moves.length < best.moves.length) best = plan
  }
  return best
}

function newWalker(setting: Setting, journey: Journey, rules: Walking): Walker {
  const account = rules.accountOf?.(rules.number) ?? {}
  const given = { account, given: {}, facts: {}, actions: {} }
  const stage = createStage(setting, journey, given)
  return { stage, given, covered: new Set(), looked: new WeakMap() }
}

async function walkOnce(
  setting: Setting,
  journey: Journey,
  rules: Walking,
  known: Set<string>,
  whole = false,
): Promise<Plan | undefined> {
  const walker = newWalker(setting, journey, rules)
  const moves: Move[] = []
  const covers: { name: string; after: number }[] = []
  const note = (names: Iterable<string>) => {
    for (const name of names)
      if (!known.has(name) && known.add(name)) covers.push({ name, after: moves.length })
  }
  let spot = await open(walker)
  const start = nameOf(spot)
  note(walker.covered)
  const most = Math.max(MOST_MOVES.inAll, MOST_MOVES.perStep * journey.steps.length)
  while (moves.length < most && spot.is !== 'gone') {
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
