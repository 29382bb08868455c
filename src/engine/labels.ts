import { type FieldEntry, fieldsOf } from '../flow/entries.ts'
import type { Place } from '../flow/place.ts'
import type { Scope } from '../flow/scope.ts'
import { putWords } from '../flow/words.ts'
import type { Loaded } from './load-draft.ts'

/** The step's title, or its only field's. */
export function titleOf(loaded: Loaded, place: Place, scope: Scope): string {
  const { step } = place
  if (step.title) return putWords(step.title, scope)
  const [only] = fieldsOf(step.entries)
  return only ? labelOf(only, scope) : loaded.journey.title
}

/** A field's label in this place: the step's words, else its own title. */
export function labelOf(entry: FieldEntry, scope: Scope): string {
  return entry.title ? putWords(entry.title, scope) : entry.field.title
}
