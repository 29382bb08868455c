import type { Answers } from '../answers/draft.ts'
import { validateFields } from '../answers/validate.ts'
import type { Field, Json } from '../fields/field.ts'
import { kindOf } from '../fields/kinds.ts'
import { isGiven } from '../flow/conditions.ts'
import type { FieldEntry } from '../flow/entries.ts'
import type { Place } from '../flow/place.ts'
import type { Scope } from '../flow/scope.ts'
import { lookUp } from '../flow/values.ts'

/** What a `prefill` names, where it is given. What an address brought is checked like an answer: else it is not there. */
export function sourceOf(entry: FieldEntry, place: Place, scope: Scope): Json | undefined {
  const { field } = entry
  const source = place.step.prefill[field.name]
  const value = source && lookUp(source, scope)
  if (!isGiven(value)) return undefined
  return source?.from === 'query' ? answerIn(field, String(value), scope) : value
}

/** What is only shown: from its source, or as it was taken before; an address never takes the place of that. */
export function shownValue(
  entry: FieldEntry,
  place: Place,
  own: Answers,
  scope: Scope,
): Json | undefined {
  const { name } = entry.field
  const source = sourceOf(entry, place, scope)
  return place.step.prefill[name]?.from === 'query' ? (own[name] ?? source) : (source ?? own[name])
}

/** Text as the answer that it would be, were it typed; undefined where it would be refused. */
function answerIn(field: Field, text: string, scope: Scope): Json | undefined {
  const value = storedForm(field, text)
  if (value === undefined) return undefined
  const asked = { ...field, readOnly: false }
  const input = new Map(Object.entries(kindOf(field.kind).typedOf(asked, value, field.name)))
  const answerOf = (path: readonly string[]) => lookUp({ from: 'answer', path }, scope)
  const { answers } = validateFields([{ field: asked }], input, {
    today: scope.world.today,
    answerOf,
  })
  return answers[field.name]
}

const YES: Readonly<Record<string, boolean>> = { yes: true, true: true, no: false, false: false }

/** An address brings text only; what has parts cannot be in it. */
function storedForm(field: Field, text: string): Json | undefined {
  if (field.parts.length > 0) return undefined
  if (field.kind === 'yes-no' || field.kind === 'declaration') return YES[text]
  return field.kind === 'checkboxes' || field.item ? text.split(',') : text
}
