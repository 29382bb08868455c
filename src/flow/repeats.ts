import type { Exit } from '../answers/draft.ts'
import type { Json } from '../fields/field.ts'
import type { Requirement, Step } from '../journey/journey.ts'
import { holds } from './conditions.ts'
import { shownEntries, storedAt } from './entries.ts'
import {
  exitStands,
  innerTarget,
  nextOfExit,
  openEntry,
  resolveNext,
  targetOfExit,
} from './exits.ts'
import { type Place, placeKey } from './place.ts'
import { lackingAt } from './requirements.ts'
import type { Scope } from './scope.ts'
import { gather, scopeFor, scopeOf, type Walk } from './walk.ts'

/** How a walk over a repeat ends. */
export type RepeatStop =
  | { readonly is: 'on'; readonly to: string | undefined; readonly skipped?: boolean }
  | ItemStop

/** An item that is not passed: the person is in it, or its last exit leads to an ending, or a step of it requires what they lack. */
type ItemStop =
  | {
      readonly is: 'here'
      readonly ending?: Step
      readonly loop?: undefined
      readonly at?: undefined
    }
  | { readonly is: 'lacks'; readonly required: Requirement; readonly place: Place }

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
  const list: Place = { step: first, list: true }
  const said = walk.laid.exits[placeKey(list)]
  if (first.when && !said?.closes && !holds(first.when, before)) {
    const to = resolveNext(last.next, before)
    walk.note?.({ did: 'skip', place: { step: first }, scope: before, to })
    return { is: 'on', to, skipped: true }
  }
  const array = first.repeat ?? ''
  const items = itemsAt(array, walk.laid.answers)
  if (first.repeatFor !== undefined) return walkPaired(first.repeatFor, run, walk)
  const { min } = boundsOf(array, walk)
  const adding = said?.button === LIST_ANOTHER ? Number(said.answers['count']) + 1 : 0
  for (let item = 1; item <= Math.max(items.length, min, adding); item++) {
    const at = walk.path.length
    const stop = walkItem(run, item, walk)
    if (!stop) continue
    if (item === adding) walk.path.splice(at, 0, list)
    return stop
  }
  walk.path.push(list)
  return passList(list, last, items.length >= min, walk)
}

function passList(list: Place, last: Step, isEnough: boolean, walk: Walk): RepeatStop {
  const scope = scopeOf(walk)
  const said = walk.laid.exits[placeKey(list)]
  if (!said || !isListDone(said, isEnough)) {
    walk.note?.({ did: 'stop', place: list, scope, exit: said })
    return { is: 'here' }
  }
  const to = resolveNext(last.next, scope)
  walk.note?.({ did: 'pass', place: list, scope, exit: said, to })
  return { is: 'on', to }
}

/** One item for each item of an earlier list: nobody is asked for another. */
function walkPaired(earlier: string, run: readonly Step[], walk: Walk): RepeatStop {
  const count = itemsAt(earlier, walk.answers).length
  for (let item = 1; item <= count; item++) {
    const stop = walkItem(run, item, walk)
    if (stop) return stop
  }
  return { is: 'on', to: resolveNext(run.at(-1)?.next, scopeOf(walk)) }
}

function isListDone(said: Exit, isEnough: boolean): boolean {
  return said.button === LIST_DONE && (said.closes || isEnough)
}

/** The items of a repeat as they are stored. */
export function itemsAt(array: string, answers: Readonly<Record<string, Json>>): readonly Json[] {
  const items = answers[array]
  return Array.isArray(items) ? items : []
}

/** Follows an item through the steps that it is asked; undefined: it has passed them all. */
function walkItem(run: readonly Step[], item: number, walk: Walk): ItemStop | undefined {
  let step = run[0]
  while (step) {
    const place: Place = { step, item }
    const passed = isSkipped(place, run[0], walk) ? skip(place, walk) : passStep(place, walk)
    if ('is' in passed) return passed
    const index = run.indexOf(step)
    step = run.find((one, at) => one.id === passed.to && at > index)
  }
  return undefined
}

interface Passed {
  readonly to: string | undefined
}

/** A step that is closed stands, whatever its `when` says by now; that of the first step is about the whole repeat. */
function isSkipped(place: Place, first: Step | undefined, walk: Walk): boolean {
  const { step } = place
  if (!step.when || step === first || walk.laid.exits[placeKey(place)]?.closes) return false
  return !holds(step.when, scopeFor(place, walk))
}

function skip(place: Place, walk: Walk): Passed | ItemStop {
  const scope = scopeFor(place, walk)
  const entry = openEntry(place.step.next, scope)
  walk.note?.({ did: 'skip', place, scope, to: entry?.to })
  return entry?.follows ? { to: entry.to } : passedTo(entry?.to, scope)
}

function passStep(place: Place, walk: Walk): Passed | ItemStop {
  const { step } = place
  const before = scopeFor(place, walk)
  const exit = walk.laid.exits[placeKey(place)]
  const required = exit?.closes ? undefined : lackingAt(step, before)
  if (required) return { is: 'lacks', required, place }
  walk.path.push(place)
  gather(place, walk)
  const own = storedAt(place, walk.laid.answers)
  const shown = shownEntries(place, own, before)
  if (!exit || !exitStands(step, exit, shown.entries, own, shown.scope)) {
    walk.note?.({ did: 'stop', place, scope: shown.scope, exit })
    return { is: 'here' }
  }
  const { scope } = shown
  const to = targetOfExit(step, exit, scope)
  walk.note?.({
    did: 'pass',
    place,
    scope,
    exit,
    to: to ?? resolveNext(nextOfExit(step, exit), scope),
  })
  return passedTo(to, scope)
}

function passedTo(target: string | undefined, scope: Scope): Passed | ItemStop {
  const { ending, to } = innerTarget(target, scope)
  return ending ? { is: 'here', ending } : { to }
}
