import type { Exit } from '../answers/draft.ts'
import { endingFrom } from '../engine/go.ts'
import type { Loaded } from '../engine/load-draft.ts'
import { holds } from '../flow/conditions.ts'
import { shownEntries, storedAt } from '../flow/entries.ts'
import { nextOfExit, openEntry } from '../flow/exits.ts'
import { type Place, placeKey, stepOf } from '../flow/place.ts'
import { scopeBefore } from '../flow/progress.ts'
import type { Scope } from '../flow/scope.ts'
import type { Condition } from '../journey/condition.ts'
import type { ActionContract } from '../journey/contract.ts'
import type { Journey, Step } from '../journey/journey.ts'

export const COVERED = ['steps', 'branches', 'buttons', 'outcomes'] as const
export type Covered = (typeof COVERED)[number]

/** Something of a definition that a scenario can go through. `part` is where it was written, for the marks. */
export interface Mark {
  readonly of: Covered
  /** Unique in the journey: `whose-record: way 1, to person`. */
  readonly name: string
  readonly step: Step
  readonly part: object
}

/** All that scenarios of a journey can go through, in the order of the file. */
export function marksOf(
  journey: Journey,
  contracts: ReadonlyMap<string, ActionContract>,
): readonly Mark[] {
  return journey.steps.flatMap((step) => [
    { of: 'steps', name: step.id, step, part: step },
    ...branchesOf(step),
    ...step.buttons.map((button): Mark => {
      return { of: 'buttons', name: buttonName(step, button.id), step, part: button }
    }),
    ...step.buttons.flatMap((button) =>
      button.run.flatMap((call) =>
        (contracts.get(call.action)?.outcomes ?? []).map((outcome): Mark => {
          const name = outcomeName(step, button.id, call.action, outcome)
          return { of: 'outcomes', name, step, part: call }
        }),
      ),
    ),
  ])
}

export function buttonName(step: Step, button: string): string {
  return `${step.id}: ${button}`
}

export function outcomeName(step: Step, button: string, action: string, outcome: string): string {
  return `${step.id}: ${button}: ${action} ${outcome}`
}

function branchesOf(step: Step): readonly Mark[] {
  const both = (what: string, part: object): readonly Mark[] =>
    ['holds', 'does not hold'].map((how): Mark => {
      return { of: 'branches', name: `${step.id}: ${what} ${how}`, step, part }
    })
  return [
    ...(step.when ? both('when', step) : []),
    ...conditionsShown(step).flatMap(({ what, part }) => both(what, part)),
    ...nextsOf(step).flatMap((entries) =>
      entries.length < 2
        ? []
        : entries.map((entry): Mark => {
            return { of: 'branches', name: nextName(step, entry), step, part: entry }
          }),
    ),
  ]
}

function nextName(step: Step, entry: { readonly when?: Condition; readonly to: string }): string {
  const at = nextsOf(step).flat().indexOf(entry) + 1
  return `${step.id}: way ${at}, to ${entry.to}`
}

/** The way by which a press led out of the journey, where only one of the list does: no page tells of it, and no draft. */
export function wayOut(
  step: Step,
  button: string,
  ran: readonly { readonly action: string; readonly outcome: string }[],
): readonly string[] {
  const pressed = step.buttons.find(({ id }) => id === button)
  const last = ran.at(-1)
  const on = pressed?.run.findLast(({ action }) => action === last?.action)?.on[last?.outcome ?? '']
  const next = on?.then === 'go' ? on.next : (pressed?.next ?? step.next)
  const ways = next.filter(({ to }) => to === '$return')
  return ways.length === 1 ? ways.map((way) => nextName(step, way)) : []
}

/** The lists that say where a step leads, without the step that merely follows. */
function nextsOf(step: Step): readonly Step['next'][] {
  const outcomes = step.buttons.flatMap((button) =>
    button.run.flatMap((call) =>
      Object.values(call.on).flatMap((on) => (on.then === 'go' ? [on.next] : [])),
    ),
  )
  const own = step.buttons.flatMap((button) => (button.next ? [button.next] : []))
  return [step.next, ...own, ...outcomes]
}

interface Shown {
  readonly what: string
  readonly when: Condition
  readonly part: object
}

/** Conditions that decide what stands on a page: of fields, buttons and links. */
function conditionsShown(step: Step): readonly Shown[] {
  const fields = step.entries.flatMap((entry): Shown[] =>
    entry.when
      ? [{ what: entry.is === 'field' ? entry.field.name : 'words', when: entry.when, part: entry }]
      : [],
  )
  const buttons = step.buttons.flatMap((one): Shown[] =>
    one.when ? [{ what: `button ${one.id}`, when: one.when, part: one }] : [],
  )
  const links = step.links.flatMap((one, index): Shown[] =>
    one.when ? [{ what: `link ${index + 1}`, when: one.when, part: one }] : [],
  )
  return [...fields, ...buttons, ...links]
}

/** The exits that were looked at, and the place after each: what has not changed needs no second look. */
export type Looked = WeakMap<Exit, string>

/** Names of what a person has gone through, as far as their draft tells: steps seen, branches taken and passed over. */
export function coveredBy(loaded: Loaded, here: Place, looked: Looked): readonly string[] {
  const { path } = loaded.progress
  const [first] = path
  const start = first && path.length === 1 && scopeBefore(loaded.progress, first, loaded.draft)
  return [
    ...(start ? skippedTo(loaded, loaded.journey.start, first, start) : []),
    ...path.flatMap((place, index) => {
      const next = path[index + 1]
      return isNew(loaded, place, next, looked) ? coveredAt(loaded, place, next) : []
    }),
    ...pageOf(loaded, here),
  ]
}

function isNew(loaded: Loaded, place: Place, next: Place | undefined, looked: Looked): boolean {
  const exit = loaded.draft.exits[placeKey(place)]
  if (!exit) return true
  const after = next ? placeKey(next) : ''
  if (looked.get(exit) === after) return false
  looked.set(exit, after)
  return true
}

function coveredAt(loaded: Loaded, place: Place, next: Place | undefined): readonly string[] {
  const { step } = place
  const before = scopeBefore(loaded.progress, place, loaded.draft)
  const { scope } = shownEntries(place, storedAt(place, loaded.draft.answers), before)
  const exit = loaded.draft.exits[placeKey(place)]
  const names = [
    step.id,
    ...(step.when ? [`${step.id}: when holds`] : []),
    ...(place.list ? [] : shownIn(step, scope)),
  ]
  const { ending = endingFrom(place, loaded), loop } = loaded.progress
  if (!exit || place.list || !(next ?? ending ?? loop)) return names
  const taken = openEntry(nextOfExit(step, exit), scope)
  const after = next ? scopeBefore(loaded.progress, next, loaded.draft) : loaded.progress.scope
  return [
    ...names,
    ...(taken ? [nextName(step, taken)] : []),
    ...skippedTo(loaded, taken?.to, next, after),
  ]
}

/** The steps between two places of the path: their `when` does not hold. */
function skippedTo(
  { journey }: Loaded,
  to: string | undefined,
  next: Place | undefined,
  scope: Scope,
): readonly string[] {
  const names: string[] = []
  let step = to === undefined ? undefined : stepOf(journey, to)
  while (step && step.id !== next?.step.id && names.length < journey.steps.length) {
    if (!step.when || holds(step.when, scope)) return names
    names.push(`${step.id}: when does not hold`)
    const way = openEntry(step.next, scope)
    if (way) names.push(nextName(step, way))
    step = way && stepOf(journey, way.to)
  }
  return names
}

/** What stands on the page that is seen now, and what does not; it need not be on the path. */
function pageOf(loaded: Loaded, place: Place): readonly string[] {
  const { step } = place
  if (place.list) return [step.id]
  const before = scopeBefore(loaded.progress, place, loaded.draft)
  const { scope } = shownEntries(place, storedAt(place, loaded.draft.answers), before)
  // An exit step passes nothing, and is on no path.
  const isShown = step.when !== undefined && holds(step.when, scope)
  return [step.id, ...(isShown ? [`${step.id}: when holds`] : []), ...shownIn(step, scope)]
}

function shownIn(step: Step, scope: Scope): readonly string[] {
  return conditionsShown(step).map(
    ({ what, when }) => `${step.id}: ${what} ${holds(when, scope) ? 'holds' : 'does not hold'}`,
  )
}
