import type { Answers } from '../answers/draft.ts'
import type { ShownBlock } from '../answers/shown.ts'
import type { Field, Json, Typed } from '../fields/field.ts'
import { isFilesKey } from '../fields/file.ts'
import { kindOf } from '../fields/kinds.ts'
import { isGiven } from '../flow/conditions.ts'
import type { FieldEntry } from '../flow/entries.ts'
import type { Place } from '../flow/place.ts'
import { saidField } from '../flow/said.ts'
import type { Scope } from '../flow/scope.ts'
import { putWords } from '../flow/words.ts'
import type { Entry } from '../journey/journey.ts'
import type { ShownError } from './decision.ts'
import { labelOf } from './labels.ts'
import { shownValue, sourceOf } from './prefill.ts'

/** Words of a step, or a field with what stands in its boxes. `own`: the step's answers; `typed`: what was posted, in their place. */
export function showBlock(
  entry: Entry,
  own: Answers,
  scope: Scope,
  place: Place,
  typed: Typed | undefined,
  errors: readonly ShownError[],
  emptied: readonly string[],
): ShownBlock {
  const group = entry.group && { group: putWords(entry.group, scope) }
  if (entry.is === 'content')
    return { is: 'content', html: putWords(entry.content, scope), ...group }
  const field = saidField(entry, scope)
  const value = entry.readOnly
    ? shownValue(entry, place, own, scope)
    : (own[field.name] ??
      (emptied.includes(field.name) ? undefined : startValue(entry, place, scope)))
  const names = typed ? kindOf(field.kind).controls(field, field.name) : []
  const hint = entry.description ? putWords(entry.description, scope) : field.hint
  return {
    is: 'field',
    field,
    label: labelOf(entry, scope),
    ...(hint !== undefined && { hint }),
    typed: typed
      ? { ...pick(typed, names), ...filesOf(typedOf(field, value)) }
      : typedOf(field, value),
    errors: errorsAt(field, errors),
    readOnly: entry.readOnly,
    shown:
      entry.readOnly && isGiven(value)
        ? kindOf(field.kind).summarise(field, value, scope.world)
        : [],
    ...group,
  }
}

/** The errors of a field, by control. */
function errorsAt(field: Field, errors: readonly ShownError[]): Readonly<Record<string, string>> {
  if (errors.length === 0) return {}
  const names = [field.name, ...kindOf(field.kind).controls(field, field.name)]
  return Object.fromEntries(
    errors.flatMap(({ control, text }) =>
      control !== undefined && names.includes(control) ? [[control, text]] : [],
    ),
  )
}

function pick(typed: Typed, names: readonly string[]): Typed {
  return Object.fromEntries(names.flatMap((name) => (typed[name] ? [[name, typed[name]]] : [])))
}

/** The files of an answer are those of the draft, whatever a post says. */
function filesOf(typed: Typed): Typed {
  return Object.fromEntries(Object.entries(typed).filter(([name]) => isFilesKey(name)))
}

function typedOf(field: Field, value: Json | undefined): Typed {
  return value === undefined || field.secret
    ? {}
    : kindOf(field.kind).typedOf(field, value, field.name)
}

/** What a box starts with: the prefill's source, else the schema's default. */
function startValue(entry: FieldEntry, place: Place, scope: Scope): Json | undefined {
  return sourceOf(entry, place, scope) ?? entry.field.default
}
