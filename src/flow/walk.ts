import type { Answers, Draft } from '../answers/draft.ts'
import type { Json } from '../fields/field.ts'
import type { Entry, Step } from '../journey/journey.ts'
import { answersOf, shownEntries, storedAt } from './entries.ts'
import { isLinkExit } from './exits.ts'
import type { Note } from './noted.ts'
import { type Place, placeKey } from './place.ts'
import type { Scope, World } from './scope.ts'
import { stoodBefore } from './stood.ts'
import type { TaskStand } from './task-lists.ts'
import { isObject } from './values.ts'

/** What of a draft progress is computed from. */
export type Laid = Pick<Draft, 'answers' | 'exits'>

/** What a walk along the exits has gathered so far. */
export interface Walk {
  readonly laid: Laid
  readonly world: World
  readonly path: Place[]
  /** Answers on the path. */
  readonly answers: Record<string, Json>
  /** How the tasks of each list on the path stand. */
  readonly tasks: Record<string, readonly TaskStand[]>
  /** For those who explain a walk. */
  readonly note?: Note
}

export function startWalk(world: World, laid: Laid, note?: Note): Walk {
  return { laid, world, path: [], answers: {}, tasks: {}, ...(note && { note }) }
}

export function scopeOf(walk: Walk): Scope {
  return { world: walk.world, answers: walk.answers }
}

/** What is seen at a place before its own answers: of an item, what its earlier steps gave. */
export function scopeFor({ step, item }: Place, walk: Walk): Scope {
  const scope = scopeOf(walk)
  if (item === undefined || !step.repeat) return scope
  return {
    ...scope,
    item: { array: step.repeat, number: item, answers: itemAnswers(step, item, walk) },
  }
}

/** An item's answers; below them those of the earlier item that it belongs to. */
function itemAnswers({ repeat = '', repeatFor }: Step, item: number, walk: Walk): Answers {
  const own = gatheredItems(repeat, walk)[item - 1]
  const earlier = repeatFor === undefined ? undefined : gatheredItems(repeatFor, walk)[item - 1]
  const answers = isObject(own) ? own : {}
  return isObject(earlier) ? { ...earlier, ...answers } : answers
}

/**
 * Adds what a place on the path answers to what counts: what is shown there, and nothing where it was left by a link.
 * `shown`: its entries, where the caller has worked them out.
 */
export function gather(place: Place, walk: Walk, shown?: readonly Entry[]): void {
  const exit = walk.laid.exits[placeKey(place)]
  if (place.list || isLinkExit(exit)) return
  const own = storedAt(place, walk.laid.answers)
  const given = shown ? undefined : stoodBefore(place.step, exit, own)
  const entries = shown ?? (given ? [] : shownEntries(place, own, scopeFor(place, walk)).entries)
  const answers = given ?? answersOf(entries, own)
  const array = place.step.repeat
  if (!array || place.item === undefined) {
    Object.assign(walk.answers, answers)
    return
  }
  const items = [...gatheredItems(array, walk)]
  const before = items[place.item - 1]
  items[place.item - 1] = { ...(isObject(before) ? before : {}), ...answers }
  walk.answers[array] = items
}

function gatheredItems(array: string, walk: Walk): readonly Json[] {
  const items = walk.answers[array]
  return Array.isArray(items) ? items : []
}
