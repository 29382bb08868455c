import type { Step, Task } from '../journey/journey.ts'
import { anotherAfter, anotherEntry, anotherName } from './another.ts'
import { holds } from './conditions.ts'
import { type FieldEntry, fieldsOf, itemOf, storedAt, withOptions } from './entries.ts'
import { innerTarget, isShown, resolveNext } from './exits.ts'
import { type Place, placeKey, placeOf, stepOf } from './place.ts'
import { boundsOf, itemsAt, runOf } from './repeats.ts'
import type { Scope } from './scope.ts'
import { inTurn } from './task-lists.ts'

/** A question in its place. */
export interface Question {
  readonly place: Place
  readonly entry: FieldEntry
  /** `step:field`, of an item of a repeat `step/2:field`. */
  readonly key: string
}

function questionAt(place: Place, entry: FieldEntry): Question {
  return { place, entry, key: `${placeKey(place)}:${entry.field.name}` }
}

/**
 * The steps to which answers alone lead, were every step left as its first button has it and every action to end well.
 * Nothing is known of facts here: it is for comparing what answers lead to with what others do.
 */
export function stepsAlong(scope: Scope): readonly Step[] {
  const { journey } = scope.world
  const found = new Set<Step>()
  const seen = new Set<Step>()
  let step = stepOf(journey, journey.start)
  while (step && !seen.has(step)) {
    seen.add(step)
    const to = isShown(step, scope) ? goAlong(step, scope, found) : wayPast(step, scope)
    step = to === undefined ? undefined : stepOf(journey, to)
  }
  return [...found]
}

/** Notes a step, and those of the sections of a task list; gives where it leads. */
function goAlong(step: Step, scope: Scope, found: Set<Step>): string | undefined {
  found.add(step)
  // The last step of an item's turn leads nowhere by itself: what follows a repeat follows its list.
  if (step.repeatFirst === step.id) return wayPast(step, scope)
  if (step.kind !== 'task-list') return wayOn(step, scope)
  const ends = inTurn(step.tasks ?? [])
    .filter(({ when }) => !when || holds(when, scope))
    .map((task) => goThrough(task, scope, found))
  const { journey } = scope.world
  const sent = ends.find((id) => id !== undefined && stepOf(journey, id)?.kind === 'confirmation')
  return sent ?? wayOn(step, scope)
}

/** Notes the steps of a section to which answers lead; gives where the last of them leads, outside of the section. */
function goThrough(task: Task, scope: Scope, found: Set<Step>): string | undefined {
  const { journey } = scope.world
  const seen = new Set<string>()
  let id = task.steps[0]
  while (id !== undefined && task.steps.includes(id) && !seen.has(id)) {
    seen.add(id)
    const step = stepOf(journey, id)
    if (!step) return undefined
    const to = isShown(step, scope) ? goAlong(step, scope, found) : wayPast(step, scope)
    id = innerTarget(to, scope).to
  }
  return id
}

function wayOn(step: Step, scope: Scope): string | undefined {
  // What an ending says of what comes next is for those whom it is not shown to.
  if (step.buttons.length === 0) return undefined
  const button = step.buttons.find((one) => !one.when || holds(one.when, scope))
  const call = button?.run.at(-1)
  const first = call && scope.world.contracts.get(call.action)?.outcomes[0]
  const entry = first === undefined ? undefined : call?.on[first]
  if (entry?.then === 'go') return resolveNext(entry.next, scope)
  return resolveNext(button?.next ?? step.next, scope)
}

/** Where a step goes on when it is skipped: the first of a repeat takes the others with it. */
function wayPast(step: Step, scope: Scope): string | undefined {
  const { steps } = scope.world.journey
  const last = step.repeatFirst === step.id ? (runOf(step, steps).at(-1) ?? step) : step
  return resolveNext(last.next, scope)
}

/** The places to which answers lead (see `stepsAlong`): of a repeat each item's, and its list. */
export function placesAlong(scope: Scope): readonly Place[] {
  const counts = new Map<string, number>()
  return stepsAlong(scope).flatMap((step): readonly Place[] => {
    if (step.repeat === undefined) return [{ step }]
    return step.repeatFirst === step.id ? placesOfItems(step, step.repeat, scope, counts) : []
  })
}

/** `counts`: how many items the repeats before it have. */
function placesOfItems(
  first: Step,
  array: string,
  scope: Scope,
  counts: Map<string, number>,
): readonly Place[] {
  const { repeatFor } = first
  const count =
    repeatFor === undefined
      ? anotherAfter(array, boundsOf(array, scope), scope.answers).items
      : // Those to come have no name yet by which theirs could be asked.
        Math.min(counts.get(repeatFor) ?? 0, itemsAt(repeatFor, scope.answers).length)
  counts.set(array, count)
  const run = runOf(first, scope.world.journey.steps)
  const items = Array.from({ length: count }, (_, index) => placesOfItem(run, index + 1, scope))
  return repeatFor === undefined ? [...items.flat(), { step: first, list: true }] : items.flat()
}

function placesOfItem(run: readonly Step[], item: number, scope: Scope): readonly Place[] {
  const places: Place[] = []
  for (let step = run[0]; step; ) {
    const place = { step, item }
    const at = scopeAt(place, scope)
    const isSkipped = step !== run[0] && step.when !== undefined && !holds(step.when, at)
    if (!isSkipped) places.push(place)
    const to = isSkipped ? resolveNext(step.next, at) : wayOn(step, at)
    const index = run.indexOf(step)
    step = run.find(({ id }, other) => id === to && other > index)
  }
  return places
}

/** What is seen at a place: of an item its own answers first, then those of the earlier item that it belongs to. */
export function scopeAt(place: Place, scope: Scope): Scope {
  const { step, item } = place
  if (item === undefined) return scope
  const own = storedAt(place, scope.answers)
  const earlier =
    step.repeatFor && storedAt({ step: { ...step, repeat: step.repeatFor }, item }, scope.answers)
  return { ...scope, item: itemOf(place, item, { ...earlier, ...own }) }
}

/** The questions to which answers lead; after the items of a list, whether there is another. */
export function questionsAlong(scope: Scope): readonly Question[] {
  return placesAlong(scope).flatMap((place) => {
    if (place.list) return askedOfList(place, scope)
    const at = scopeAt(place, scope)
    return fieldsOf(place.step.entries)
      .filter((entry) => (!entry.when || holds(entry.when, at)) && withOptions(entry, at))
      .map((entry) => questionAt(place, entry))
  })
}

function askedOfList(place: Place, scope: Scope): readonly Question[] {
  const array = place.step.repeat ?? ''
  const { counts } = anotherAfter(array, boundsOf(array, scope), scope.answers)
  return counts.flatMap((count) => {
    const entry = anotherEntry(scope.world.journey, anotherName(array, count))
    return entry ? [questionAt(place, entry)] : []
  })
}

/** The questions that were asked on a path, each once: those that can be asked again. No secrets, nothing that is only shown. */
export function questionsOn(path: readonly string[], scope: Scope): readonly Question[] {
  const seen = new Set<string>()
  return path.flatMap((key) => {
    const place = placeOf(scope.world.journey, key)
    if (!place || place.list) return []
    return fieldsOf(place.step.entries).flatMap((entry) => {
      const name = `${place.step.repeat ?? ''} ${place.item ?? ''} ${entry.field.name}`
      if (seen.has(name) || !mayAskAgain(entry) || !wasAsked(place, entry, scope)) return []
      seen.add(name)
      return [questionAt(place, entry)]
    })
  })
}

/** A question that is named, whether or not it was asked before; undefined where the definition has none such. */
export function questionOf(key: string, { world }: Scope): Question | undefined {
  const [at = '', name = ''] = key.split(':')
  const place = placeOf(world.journey, at)
  const entry = place?.list
    ? anotherEntry(world.journey, name)
    : place && fieldsOf(place.step.entries).find(({ field }) => field.name === name)
  return place && entry && mayAskAgain(entry) ? questionAt(place, entry) : undefined
}

export function mayAskAgain({ field, readOnly }: FieldEntry): boolean {
  return !readOnly && !field.readOnly && !field.secret && field.kind !== 'repeat'
}

/** Answered, or with a condition that holds: one about a fact of that time is taken for one that did not. */
function wasAsked(place: Place, { field, when }: FieldEntry, scope: Scope): boolean {
  const own = storedAt(place, scope.answers)
  return !when || own[field.name] !== undefined || holds(when, scopeAt(place, scope))
}
