import type { Json } from '../fields/field.ts'
import { isObject } from '../flow/values.ts'
import type { Journey } from '../journey/journey.ts'
import type { Scenario, Sight } from '../journey/scenario.ts'
import { doOn, type Memory } from './do-on-page.ts'
import { type Failure, nameOf, pageInWords } from './seen.ts'
import { createStage, type Setting } from './stage.ts'
import { comeBack, draftNow, open, type Spot, type Walker } from './walker.ts'

export interface Played {
  /** Pages in the order in which they were seen. */
  readonly seen: readonly string[]
  /** What was gone through, by the names of `marksOf`. */
  readonly covered: ReadonlySet<string>
  /** Stored answers at the end; none where the draft is gone. */
  readonly answers: Readonly<Record<string, Json>>
  readonly failure?: Failure
}

const MOST_PAGES = 300

/** Plays a scenario through the engine: no HTTP, no store on disk, no clock. */
export async function playScenario(
  setting: Setting,
  journey: Journey,
  scenario: Scenario,
): Promise<Played> {
  const walker: Walker = {
    stage: createStage(setting, journey, scenario),
    given: scenario,
    covered: new Set(),
    looked: new WeakMap(),
  }
  const memory: Memory = {
    said: new Map(Object.entries(scenario.answers)),
    items: itemsOf(scenario),
  }
  const seen: string[] = []
  const failure = await playSights(walker, memory, scenario, seen)
  const { answers } = (await draftNow(walker)).draft
  return { seen, covered: walker.covered, answers, ...(failure && { failure }) }
}

/** What is said of items, by array: a list of answers for each. */
function itemsOf({ answers }: Scenario): Memory['items'] {
  return new Map(
    Object.entries(answers).flatMap(([name, value]) =>
      Array.isArray(value) ? [[name, value.filter(isObject)] as const] : [],
    ),
  )
}

async function playSights(
  walker: Walker,
  memory: Memory,
  scenario: Scenario,
  seen: string[],
): Promise<Failure | undefined> {
  let spot = await open(walker)
  const { sees, ends } = scenario
  for (const [index, sight] of sees.entries()) {
    const isLast = index === sees.length - 1
    spot = await arrive(walker, spot, sight.place)
    seen.push(nameOf(spot))
    const lost = notThere(sight, spot)
    if (lost) return lost
    if (isLast && !sight.acts && (ends === undefined || ends === sight.place)) return undefined
    const done = await doOn(walker, memory, sight, spot)
    if ('failure' in done) return done.failure
    spot = done.spot
  }
  return ends === undefined ? undefined : goOnTo(ends, walker, memory, scenario, spot, seen)
}

/** Whoever was sent through another journey comes back, unless that is what is to be seen. */
async function arrive(walker: Walker, spot: Spot, wanted: string): Promise<Spot> {
  return spot.is === 'through' && wanted !== `/${spot.journey}`
    ? comeBack(walker, spot.journey)
    : spot
}

function notThere(sight: Sight, spot: Spot): Failure | undefined {
  const seen = nameOf(spot)
  if (seen === sight.place) return undefined
  return {
    part: sight,
    expected: `the page "${sight.place}"`,
    seen: pageInWords(spot),
    help: `If this is right, write "${seen}" here. If not, look at what leads from the page before it.`,
  }
}

/** Goes on with what was said, by the first button of each page, to the end that was named. */
async function goOnTo(
  ends: string,
  walker: Walker,
  memory: Memory,
  scenario: Scenario,
  start: Spot,
  seen: string[],
): Promise<Failure | undefined> {
  let spot = start
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    spot = await arrive(walker, spot, ends)
    seen.push(nameOf(spot))
    if (nameOf(spot) === ends) return undefined
    if (spot.is !== 'page' || isEnding(spot)) break
    const sight: Sight = { place: spot.place, acts: true, answers: {}, actions: {} }
    const done = await doOn(walker, memory, sight, spot)
    if ('failure' in done) return { ...done.failure, part: scenario }
    spot = done.spot
  }
  return {
    part: scenario,
    expected: `the person ends at "${ends}"`,
    seen: `${pageInWords(spot)}, after ${seen.slice(0, -1).join(', ') || 'nothing'}`,
    help: 'Look at the answers that are given, or at what leads from these steps.',
  }
}

function isEnding(spot: Extract<Spot, { is: 'page' }>): boolean {
  return spot.page.buttons.length === 0
}
