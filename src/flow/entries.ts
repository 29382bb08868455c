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
  const { scope, own: given } = within(place, before)
  const all = place.list ? [] : place.step.entries
  if (isAlwaysWhole(all)) {
    for (const { field } of fieldsOf(all)) take(field.name, own, given)
    return { entries: all, scope }
  }
  const entries: Entry[] = []
  for (const entry of all) addShown(entry, own, given, scope, entries)
  return { entries, scope }
}

function addShown(
  entry: Entry,
  own: Answers,
  given: Record<string, Json | undefined>,
  scope: Scope,
  shown: Entry[],
): void {
  if (entry.when && !holds(entry.when, scope)) return
  const asked = withOptions(entry, scope)
  if (!asked) return
  shown.push(asked)
  if (entry.is === 'field') take(entry.field.name, own, given)
}

function take(name: string, own: Answers, given: Record<string, Json | undefined>): void {
  const value = own[name]
  if (value !== undefined) given[name] = value
}

/** An entry with the options that an earlier list gives it now; undefined: there is nothing to choose from. */
export function withOptions<E extends Entry>(entry: E, scope: Scope): E | undefined {
  if (entry.is !== 'field' || !entry.field.presentation.optionsFrom) return entry
  const field = fieldWithOptions(entry.field, scope.world.journey, scope.answers, scope.world)
  return field.options.length > 0 ? { ...entry, field } : undefined
}

/** A scope in which a step's own answers count too; `own` may grow while its entries are looked at. */
export function within(
  place: Place,
  before: Scope,
): { readonly scope: Scope; readonly own: Record<string, Json | undefined> } {
  // Copies: an object that is made the prototype of another costs more than its whole page. (No field can have a name that
  // every object has: FP0408.)
  const own = { ...(place.item === undefined ? before.answers : before.item?.answers) }
  if (place.item === undefined) return { own, scope: { ...before, answers: own } }
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

/** Whether entries are shown as they are written, whatever was answered. Made once for each step. */
export function isAlwaysWhole(entries: readonly Entry[]): boolean {
  if (alwaysWhole.has(entries)) return true
  const depends = entries.some(
    (entry) => entry.when || (entry.is === 'field' && entry.field.presentation.optionsFrom),
  )
  if (depends) return false
  alwaysWhole.set(entries, fieldsAmong(entries))
  return true
}

/** The entries of steps that are always shown as they are → the fields among them. */
const alwaysWhole = new WeakMap<readonly Entry[], readonly FieldEntry[]>()

/** The fields among entries. */
export function fieldsOf(entries: readonly Entry[]): readonly FieldEntry[] {
  return alwaysWhole.get(entries) ?? fieldsAmong(entries)
}

function fieldsAmong(entries: readonly Entry[]): readonly FieldEntry[] {
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
