import type { Step } from '../journey/journey.ts'
import { holds } from './conditions.ts'
import { type FieldEntry, fieldsOf, itemOf, storedAt } from './entries.ts'
import { resolveNext } from './exits.ts'
import { type Place, placeKey, placeOf, stepOf } from './place.ts'
import type { Scope } from './scope.ts'

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
    const isSkipped = step.when !== undefined && !holds(step.when, scope)
    if (!isSkipped) found.add(step)
    const to = isSkipped ? resolveNext(step.next, scope) : wayOn(step, scope)
    step = to === undefined ? undefined : stepOf(journey, to)
  }
  return [...found]
}

function wayOn(step: Step, scope: Scope): string | undefined {
  const button = step.buttons.find((one) => !one.when || holds(one.when, scope))
  const call = button?.run.at(-1)
  const first = call && scope.world.contracts.get(call.action)?.outcomes[0]
  const entry = first === undefined ? undefined : call?.on[first]
  if (entry?.then === 'go') return resolveNext(entry.next, scope)
  return resolveNext(button?.next ?? step.next, scope)
}

/** The questions to which answers lead, but for those of items. */
export function questionsAlong(scope: Scope): readonly Question[] {
  return stepsAlong(scope)
    .filter((step) => step.repeat === undefined)
    .flatMap((step) =>
      fieldsOf(step.entries)
        .filter(({ when }) => !when || holds(when, scope))
        .map((entry) => questionAt({ step }, entry)),
    )
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
  const entry = place && fieldsOf(place.step.entries).find(({ field }) => field.name === name)
  return place && entry && mayAskAgain(entry) ? questionAt(place, entry) : undefined
}

export function mayAskAgain({ field, readOnly }: FieldEntry): boolean {
  return !readOnly && !field.readOnly && !field.secret && field.kind !== 'repeat'
}

/** Answered, or with a condition that holds: one about a fact of that time is taken for one that did not. */
function wasAsked(place: Place, { field, when }: FieldEntry, scope: Scope): boolean {
  const own = storedAt(place, scope.answers)
  if (!when || own[field.name] !== undefined) return true
  if (place.item === undefined) return holds(when, scope)
  return holds(when, { ...scope, item: itemOf(place, place.item, own) })
}
