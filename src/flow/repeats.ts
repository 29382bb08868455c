import type { Exit } from '../answers/draft.ts'
import type { Json } from '../fields/field.ts'
import type { Step } from '../journey/journey.ts'
import { holds } from './conditions.ts'
import { shownEntries, storedAt } from './entries.ts'
import { exitStands, resolveNext, targetOfExit } from './exits.ts'
import { type Place, placeKey } from './place.ts'
import type { Scope } from './scope.ts'
import { gather, scopeFor, scopeOf, type Walk } from './walk.ts'

export type RepeatStop =
  | { readonly is: 'on'; readonly to: string | undefined; readonly skipped?: boolean }
  | { readonly is: 'here'; readonly ending?: undefined; readonly loop?: undefined }

/** The steps of a repeat, in order. */
export function runOf(first: Step, steps: readonly Step[]): readonly Step[] {
  return steps.filter((step) => step.repeatFirst === first.id)
}

export interface Bounds {
  readonly min: number
  readonly max: number
}

export function boundsOf(array: string, walk: Pick<Walk, 'world'>): Bounds {
  const schema = walk.world.journey.fields.get(array)?.schema
  const min = schema?.['minItems']
  const max = schema?.['maxItems']
  return { min: typeof min === 'number' ? min : 0, max: typeof max === 'number' ? max : 50 }
}

/** What was said on the list page: `done`, or `another` when that many items were there. */
export const LIST_DONE = 'done'
export const LIST_ANOTHER = 'another'

export function listExit(said: typeof LIST_DONE | typeof LIST_ANOTHER, count: number): Exit {
  return { button: said, answers: { count }, facts: [], closes: false }
}

/**
 * Each item goes through the repeat's steps; then the list asks for another. While another is being given, the list
 * stands before it on the path, so that Back leads to it.
 */
export function walkRepeat(first: Step, walk: Walk): RepeatStop {
  const before = scopeOf(walk)
  const run = runOf(first, walk.world.journey.steps)
  const last = run.at(-1) ?? first
  if (first.when && !holds(first.when, before))
    return { is: 'on', to: resolveNext(last.next, before), skipped: true }
  const array = first.repeat ?? ''
  const items = itemsAt(array, walk.laid.answers)
  const list: Place = { step: first, list: true }
  const said = walk.laid.exits[placeKey(list)]
  const { min } = boundsOf(array, walk)
  const adding = said?.button === LIST_ANOTHER ? Number(said.answers['count']) + 1 : 0
  for (let item = 1; item <= Math.max(items.length, min, adding); item++) {
    const at = walk.path.length
    if (walkItem(run, item, walk)) continue
    if (item === adding) walk.path.splice(at, 0, list)
    return { is: 'here' }
  }
  walk.path.push(list)
  return isListDone(said, items.length >= min)
    ? { is: 'on', to: resolveNext(last.next, scopeOf(walk)) }
    : { is: 'here' }
}

function isListDone(said: Exit | undefined, isEnough: boolean): boolean {
  return said?.button === LIST_DONE && (said.closes || isEnough)
}

/** The items of a repeat as they are stored. */
export function itemsAt(array: string, answers: Readonly<Record<string, Json>>): readonly Json[] {
  const items = answers[array]
  return Array.isArray(items) ? items : []
}

/** Whether an item has passed all the steps that it is asked. */
function walkItem(run: readonly Step[], item: number, walk: Walk): boolean {
  let step = run[0]
  while (step) {
    const place: Place = { step, item }
    const scope = scopeFor(place, walk)
    const isSkipped = step.when !== undefined && step !== run[0] && !holds(step.when, scope)
    const target = isSkipped ? { to: resolveNext(step.next, scope) } : passedTo(place, walk, scope)
    if (!isSkipped) {
      walk.path.push(place)
      gather(place, walk)
    }
    if (target === undefined) return false
    const index = run.indexOf(step)
    step = run.find((one, at) => one.id === target.to && at > index)
  }
  return true
}

function passedTo(
  place: Place,
  walk: Walk,
  scope: Scope,
): { readonly to: string | undefined } | undefined {
  const exit = walk.laid.exits[placeKey(place)]
  if (!exit) return undefined
  const own = storedAt(place, walk.laid.answers)
  const shown = shownEntries(place, own, scope)
  if (!exitStands(place.step, exit, shown.entries, own, shown.scope)) return undefined
  return { to: targetOfExit(place.step, exit, shown.scope) }
}
