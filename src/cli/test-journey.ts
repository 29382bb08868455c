import { contractsOf } from '../actions/registry.ts'
import type { Journey } from '../journey/journey.ts'
import type { LoadedJourney } from '../journey/load-journeys.ts'
import type { Marks } from '../journey/marks.ts'
import type { Scenario } from '../journey/scenario.ts'
import { placeOf } from '../journey/tree.ts'
import { COVERED, type Covered, type Mark, marksOf } from '../scenarios/coverage.ts'
import { playScenario } from '../scenarios/play.ts'
import type { Setting } from '../scenarios/stage.ts'
import type { CheckedForms } from './load-forms.ts'

/** A file and a line, 1-based. */
export interface Line {
  readonly file: string
  readonly line: number
  readonly column: number
}

export interface TestedScenario extends Line {
  readonly name: string
  readonly status: 'passed' | 'failed'
  readonly failure?: Line & {
    readonly expected: string
    readonly seen: string
    readonly help: string
  }
}

/** How much of one kind is gone through, and what is not. */
export interface Measured {
  readonly covered: number
  readonly total: number
  readonly missing: readonly (Line & { readonly name: string; readonly step: string })[]
}

export interface TestedJourney {
  readonly journey: string
  readonly scenarios: readonly TestedScenario[]
  readonly coverage: Readonly<Record<Covered, Measured>>
  /** Of all that can be gone through, rounded down. */
  readonly percent: number
}

/** Plays all scenarios of a journey; of one that cannot be served there is nothing. */
export async function testJourney(
  loaded: LoadedJourney,
  forms: CheckedForms,
  now: number,
): Promise<readonly TestedJourney[]> {
  const { id, journey, marks } = loaded
  if (!journey) return []
  const { tested, covered } = await playAll(journey, loaded, forms, now)
  const all = measuredMarks(journey, loaded, forms)
  const measured = COVERED.map((of) => {
    const mine = all.filter((one) => one.of === of)
    const missing = mine.filter((one) => !covered.has(one.name))
    const lines = missing.map((one) => ({
      name: one.name,
      step: one.step.id,
      ...lineOfMark(one, marks),
    }))
    return [of, { covered: mine.length - missing.length, total: mine.length, missing: lines }]
  })
  return [
    {
      journey: id,
      scenarios: tested,
      coverage: Object.fromEntries(measured),
      percent: percentOf(all, covered),
    },
  ]
}

/** What the scenarios of a journey go through; undefined: it has none, or cannot be served. */
export async function coverageOf(
  loaded: LoadedJourney,
  forms: CheckedForms,
  now: number,
): Promise<{ readonly covered: ReadonlySet<string>; readonly percent: number } | undefined> {
  if (!loaded.journey || loaded.scenarios.length === 0) return undefined
  const { covered } = await playAll(loaded.journey, loaded, forms, now)
  const percent = percentOf(measuredMarks(loaded.journey, loaded, forms), covered)
  return { covered, percent }
}

async function playAll(
  journey: Journey,
  { scenarios, marks }: LoadedJourney,
  { forms, contracts }: CheckedForms,
  now: number,
): Promise<{ readonly tested: readonly TestedScenario[]; readonly covered: ReadonlySet<string> }> {
  const sound = forms.journeys.flatMap((one) =>
    one.journey ? [[one.id, one.journey] as const] : [],
  )
  const setting: Setting = {
    journeys: new Map(sound),
    contractsOf: (journey) => contractsOf(contracts(journey)),
    now,
  }
  const covered = new Set<string>()
  const tested: TestedScenario[] = []
  for (const scenario of scenarios) {
    const played = await playScenario(setting, journey, scenario)
    for (const name of played.covered) covered.add(name)
    tested.push(testedOf(scenario, played.failure, marks))
  }
  return { tested, covered }
}

/** A list of ways that ends without a default has one that nobody wrote: the step that follows. It is not measured. */
function measuredMarks(
  journey: Journey,
  { id, marks }: LoadedJourney,
  { contracts }: CheckedForms,
): readonly Mark[] {
  return marksOf(journey, contracts(id)).filter(
    ({ of, part }) => of !== 'branches' || marks.nameOf(part),
  )
}

function percentOf(all: readonly Mark[], covered: ReadonlySet<string>): number {
  const reached = all.filter((one) => covered.has(one.name)).length
  return all.length === 0 ? 100 : Math.floor((100 * reached) / all.length)
}

function testedOf(
  scenario: Scenario,
  failure: Awaited<ReturnType<typeof playScenario>>['failure'],
  marks: Marks,
): TestedScenario {
  const line = lineOf(scenario, marks)
  if (!failure) return { name: scenario.name, status: 'passed', ...line }
  const { part, ...words } = failure
  const at = { ...lineOf(part, marks), ...words }
  return { name: scenario.name, status: 'failed', ...line, failure: at }
}

/** A step's own `when`; what was never written, such as the button of every step, stands at its step. */
function lineOfMark({ name, part, step }: Mark, marks: Marks): Line {
  const key = part === step && name.includes(': when ') ? marks.keyOf(step, 'when') : undefined
  if (key) return { file: key.source.file, ...placeOf(key) }
  return lineOf(marks.nameOf(part) ? part : step, marks)
}

function lineOf(part: object, marks: Marks): Line {
  const spot = marks.nameOf(part)
  if (!spot) return { file: '', line: 0, column: 0 }
  return { file: spot.source.file, ...placeOf(spot) }
}
