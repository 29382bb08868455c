import type { ActionContract } from '../../journey/contract.ts'
import type { LoadedJourney } from '../../journey/load-journeys.ts'
import { scenarioInYaml, type ToldScenario } from '../../journey/write-scenario.ts'
import { COVERED, type Covered, marksOf } from '../../scenarios/coverage.ts'
import type { Move, Plan } from '../../scenarios/plan.ts'
import type { AxeReport } from './axe.ts'
import type { Walked } from './play-plan.ts'
import type { Round } from './walk-twice.ts'

export interface Report {
  readonly journey: string
  readonly walks: number
  readonly moves: number
  /** Drafts and submissions that both rounds left behind. */
  readonly stored: number
  readonly coverage: Readonly<
    Record<
      Covered,
      { readonly covered: number; readonly total: number; readonly missing: readonly string[] }
    >
  >
  /** Rules of fields that were broken on purpose, and refused in the words that were expected. */
  readonly rules: readonly string[]
  /** Ends of actions that were planned and did not come about. */
  readonly notPossible: readonly string[]
  readonly failures: readonly { readonly words: string; readonly scenario: string }[]
  /** What axe found, by page state. */
  readonly axe: readonly string[]
  /** How many page states axe has looked at; left out: it was not asked to. */
  readonly axeStates?: number
}

export function reportOf(
  { id, journey, marks }: LoadedJourney,
  contracts: ReadonlyMap<string, ActionContract>,
  { plain, htmx }: { readonly plain: Round; readonly htmx: Round },
  axe?: AxeReport,
): Report {
  const covered = new Set(plain.walked.flatMap((one, index) => coveredIn(one, htmx.walked[index])))
  const all = journey ? marksOf(journey, contracts) : []
  const known = all.filter(({ of, part }) => of !== 'branches' || marks.nameOf(part))
  const coverage = COVERED.map((of) => {
    const mine = known.filter((one) => one.of === of)
    const missing = mine.flatMap(({ name }) => (covered.has(name) ? [] : [name]))
    return [of, { covered: mine.length - missing.length, total: mine.length, missing }]
  })
  return {
    journey: id,
    walks: plain.walked.length,
    moves: plain.walked.reduce((sum, one) => sum + one.seen.length, 0),
    stored: plain.stored.length,
    coverage: Object.fromEntries(coverage),
    rules: [...covered].filter((name) => name.startsWith('rule: ')),
    notPossible: [
      ...new Set([...plain.walked, ...plain.logins].flatMap((one) => notPossible(one))),
    ],
    failures: [
      ...plain.walked.flatMap((one, index) => failuresOf(one, htmx.walked[index])),
      ...differences(plain, htmx),
    ],
    axe: axe?.found ?? [],
    ...(axe && { axeStates: axe.states }),
  }
}

function coveredIn({ plan, seen }: Walked, other: Walked | undefined): readonly string[] {
  const made = Math.min(madeOf({ plan, seen }), other ? madeOf(other) : 0)
  return plan.covers.flatMap(({ name, after }) => (after <= made ? [name] : []))
}

/** The moves that went as planned. */
function madeOf({ plan, seen, ending }: Pick<Walked, 'plan' | 'seen'> & Partial<Walked>): number {
  return ending && ending.is !== 'as-planned' ? ending.at : Math.min(seen.length, plan.moves.length)
}

function notPossible({ plan, ending }: Walked): readonly string[] {
  if (ending.is === 'as-planned') return []
  const move = plan.moves[ending.at]
  const ran = move?.ran.map(({ action, outcome }) => `${action} ${outcome}`).join(', ') ?? ''
  return [`${move?.place}: ${ran || move?.button}: ${ending.words}`]
}

function failuresOf(one: Walked, other: Walked | undefined): Report['failures'] {
  const rounds = [
    ['without JavaScript', one],
    ['as htmx does', other],
  ] as const
  const wrong = rounds.flatMap(([how, walked]) =>
    walked?.ending.is === 'wrong'
      ? [{ words: `${how}: ${walked.ending.words}`, at: walked.ending.at }]
      : [],
  )
  const at = one.seen.findIndex((seen, index) => seen !== other?.seen[index])
  const differs =
    at >= 0
      ? [{ words: `the two ways part: ${one.seen[at]}, and ${other?.seen[at]} as htmx does`, at }]
      : []
  return [...wrong, ...differs].map(({ words, at }) => ({
    words,
    scenario: scenarioInYaml(scenarioOf(one.plan, at)),
  }))
}

function differences(plain: Round, htmx: Round): Report['failures'] {
  const only = (one: Round, other: Round) =>
    one.stored.filter((text) => !other.stored.includes(text))
  const [mine = []] = [only(plain, htmx)]
  const theirs = only(htmx, plain)
  if (mine.length + theirs.length === 0) return []
  const words = `other answers are stored: ${mine.join(' ') || 'none'} without JavaScript, ${theirs.join(' ') || 'none'} as htmx does`
  return [{ words, scenario: '' }]
}

/** The link or the task that a move follows. */
function goOf({ go, body, to }: Move): { readonly go?: string } {
  if (go !== undefined) return { go }
  return body.some(([name]) => name === 'link') ? { go: to } : {}
}

/** A plan up to a move, as an author would write it. */
function scenarioOf(plan: Plan, upTo: number): ToldScenario {
  const moves = plan.moves.slice(0, upTo + 1)
  return {
    name: `Walk ${plan.number}`,
    sees: [
      ...moves.map((move) => ({
        place: move.place,
        acts: true,
        answers: move.answers,
        actions: move.says,
        ...goOf(move),
        ...(move.button !== undefined && { press: move.button }),
        ...(move.errors.length > 0 && { errors: move.errors.map((text) => ({ text })) }),
      })),
      ...(moves.at(-1) ? [moves.at(-1)?.to ?? ''] : []),
    ],
  }
}
