import type { Measure } from '../answers/limit-flaws.ts'
import type { Decision, ShownStep } from '../engine/decision.ts'
import { type Loaded, loadDraft } from '../engine/load-draft.ts'
import { returnFrom } from '../engine/passage.ts'
import { press } from '../engine/press.ts'
import { show } from '../engine/show.ts'
import { slotsOf, type Uploads } from '../engine/take-files.ts'
import { applyChange } from '../engine/visitor.ts'
import { receivedAs } from '../fields/file-sample.ts'
import { type Place, placeOf } from '../flow/place.ts'
import { lookUp } from '../flow/values.ts'
import { buttonName, coveredBy, type Looked, outcomeName, wayOut } from './coverage.ts'
import { type Given, type Stage, sessionFact } from './stage.ts'

/** Where a person is: on a page, or out of the journey. */
export type Spot =
  | { readonly is: 'page'; readonly place: string; readonly page: ShownStep }
  /** By `$return`. */
  | { readonly is: 'gone' }
  /** Sent through another journey. */
  | { readonly is: 'through'; readonly journey: string }

/** A person in a journey, on a stage; `covered` grows with every page. */
export interface Walker {
  readonly stage: Stage
  readonly given: Given
  readonly covered: Set<string>
  readonly looked: Looked
}

const MOST_TURNS = 20

/** Opens a place, or the journey's bare address, and follows where it leads. */
export async function open(walker: Walker, place?: string): Promise<Spot> {
  const { stage } = walker
  let key = place
  for (let turns = 0; turns < MOST_TURNS; turns++) {
    const decision = await show(stage.engine, {
      journey: stage.journey,
      visitor: stage.visitor,
      ...(key !== undefined && { key }),
    })
    const spot = await settle(walker, decision)
    if (typeof spot !== 'string') return spot
    key = spot
  }
  throw new Error(`the pages of "${stage.journey.id}" lead in a circle`)
}

/** Posts a page; where it leads. */
export async function post(walker: Walker, key: string, body: URLSearchParams): Promise<Spot> {
  const { stage } = walker
  stage.ran = []
  const place = placeOf(stage.journey, key)
  const decision = await press(stage.engine, {
    journey: stage.journey,
    key,
    visitor: stage.visitor,
    body,
    uploads: uploadsIn(place, body),
    isPoll: false,
  })
  const spot = await settle(walker, decision)
  const button = body.get('button')
  const isOut = typeof spot !== 'string' && spot.is === 'gone'
  if (place && button !== null) coverPress(walker, place, button, isOut)
  return typeof spot === 'string' ? open(walker, spot === '' ? undefined : spot) : spot
}

function coverPress(
  { covered, stage: { ran } }: Walker,
  { step }: Place,
  button: string,
  isOut: boolean,
): void {
  covered.add(buttonName(step, button))
  for (const { action, outcome } of ran) covered.add(outcomeName(step, button, action, outcome))
  for (const name of isOut ? wayOut(step, button, ran) : []) covered.add(name)
}

/** Files that are spoken of in a post, as the service would have received them. */
function uploadsIn(place: Place | undefined, body: URLSearchParams): Uploads {
  return new Map(
    (place ? slotsOf(place) : []).map(({ control }) => [
      control,
      body
        .getAll(control)
        .filter((text) => text !== '')
        .map(receivedAs),
    ]),
  )
}

/** A decision → a page, the way out, or the place to open next (empty: the bare address). */
async function settle(walker: Walker, decision: Decision): Promise<Spot | string> {
  const { stage } = walker
  if (decision.session) stage.visitor = applyChange(stage.visitor, decision.session)
  if (decision.is === 'show') {
    await cover(walker, decision.page.place)
    return { is: 'page', place: decision.page.place, page: decision.page }
  }
  if (decision.is !== 'go') throw new Error(`the engine answered "${decision.is}"`)
  const { to } = decision
  if ('href' in to) return { is: 'gone' }
  if (to.journey !== stage.journey.id) return { is: 'through', journey: to.journey }
  return 'place' in to && to.place !== undefined ? to.place : ''
}

/** Comes back from a journey that was gone through, with the facts that going through it earns. */
export async function comeBack(walker: Walker, id: string): Promise<Spot> {
  const { stage, given } = walker
  const called = stage.engine.journeys.get(id)
  if (!called) throw new Error(`there is no journey "${id}"`)
  const earned = called.gives.map((fact) => sessionFact(fact, given.account, stage.engine.now()))
  const visitor = { ...stage.visitor, facts: [...stage.visitor.facts, ...earned] }
  stage.visitor = visitor
  const spot = await settle(walker, await returnFrom(stage.engine, called, visitor))
  return typeof spot === 'string' ? open(walker, spot === '' ? undefined : spot) : spot
}

export function draftNow({ stage }: Walker): Promise<Loaded> {
  return loadDraft(stage.engine, stage.journey, stage.visitor)
}

async function cover(walker: Walker, key: string): Promise<void> {
  const place = placeOf(walker.stage.journey, key)
  if (!place) return
  const loaded = await draftNow(walker)
  for (const name of coveredBy(loaded, place, walker.looked)) walker.covered.add(name)
}

/** What limits of answers are measured against, on a page that is seen now. */
export async function measureNow(walker: Walker): Promise<Measure> {
  const { world, progress } = await draftNow(walker)
  const answerOf = (path: readonly string[]) => lookUp({ from: 'answer', path }, progress.scope)
  return { today: world.today, answerOf }
}
