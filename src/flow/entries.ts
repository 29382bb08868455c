import type { Answers } from '../answers/draft.ts'
import { fieldWithOptions } from '../answers/options-from.ts'
import { validateAnswer } from '../answers/validate.ts'
import type { Field, Json } from '../fields/field.ts'
import type { Entry } from '../journey/journey.ts'
import { holds } from './conditions.ts'
import type { Place } from './place.ts'
import type { Scope } from './scope.ts'
import { isObject, lookUp } from './values.ts'

export type FieldEntry = Extract<Entry, { is: 'field' }>

/** The step's own answers in a draft: of a repeated step, those of the item. */
export function storedAt(place: Place, answers: Answers): Answers {
  if (place.list) return {}
  const array = place.step.repeat
  if (!array) return answers
  const items = answers[array]
  const item = Array.isArray(items) ? items[(place.item ?? 1) - 1] : undefined
  return isObject(item) ? item : {}
}

/** What of a step is shown, given the answers so far and its own; in order, each `when` seeing what stands before it. */
export function shownEntries(
  place: Place,
  own: Answers,
  before: Scope,
): { readonly entries: readonly Entry[]; readonly scope: Scope } {
  const entries: Entry[] = []
  const { scope, own: given } = within(place, before)
  for (const entry of place.list ? [] : place.step.entries) {
    if (entry.when && !holds(entry.when, scope)) continue
    const asked = withOptions(entry, scope)
    if (!asked) continue
    entries.push(asked)
    if (entry.is !== 'field') continue
    const value = own[entry.field.name]
    if (value !== undefined) given[entry.field.name] = value
  }
  return { entries, scope }
}

/** An entry with the options that an earlier list gives it now; undefined: there is nothing to choose from. */
export function withOptions<E extends Entry>(entry: E, scope: Scope): E | undefined {
  if (entry.is !== 'field' || !entry.field.presentation.optionsFrom) return entry
  const field = fieldWithOptions(entry.field, scope.world.journey, scope.answers, scope.world)
  return field.options.length > 0 ? { ...entry, field } : undefined
}

/** A scope in which a step's own answers count too; `own` may grow while its entries are looked at. */
function within(
  place: Place,
  before: Scope,
): { readonly scope: Scope; readonly own: Record<string, Json> } {
  if (place.item === undefined) {
    const own: Record<string, Json> = Object.create(before.answers)
    return { own, scope: { ...before, answers: own } }
  }
  const own: Record<string, Json> = Object.create(before.item?.answers ?? null)
  return { own, scope: { ...before, item: itemOf(place, place.item, own) } }
}

/** An item of a repeat, as a scope sees it. */
export function itemOf(
  { step }: Place,
  number: number,
  answers: Answers,
): NonNullable<Scope['item']> {
  return { ...(step.repeat !== undefined && { array: step.repeat }), number, answers }
}

/** The fields among entries, but for those that are only shown. */
export function fieldsOf(entries: readonly Entry[]): readonly FieldEntry[] {
  return entries.filter((entry) => entry.is === 'field')
}

/** Answers of shown fields that a draft may hold: no secrets. */
export function answersOf(entries: readonly Entry[], own: Answers): Record<string, Json> {
  const answers: Record<string, Json> = {}
  for (const { field } of fieldsOf(entries)) {
    const value = own[field.name]
    if (value !== undefined && !field.secret) answers[field.name] = value
  }
  return answers
}

/** Whether all that is asked has a stored answer that is right: what lets an exit stand. */
export function areValid(entries: readonly Entry[], own: Answers, scope: Scope): boolean {
  return fieldsOf(entries).every(
    ({ field, readOnly }) => field.secret || readOnly || isValid(field, own[field.name], scope),
  )
}

function isValid(field: Field, value: Json | undefined, scope: Scope): boolean {
  if (value === undefined) return !field.required
  const answerOf = (path: readonly string[]) => lookUp({ from: 'answer', path }, scope)
  return validateAnswer(field, value, { today: scope.world.today, answerOf }).length === 0
}
