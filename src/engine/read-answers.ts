import { errorWordsOf } from '../answers/error-words.ts'
import { validateFields } from '../answers/validate.ts'
import type { Field, Input, Json, Typed } from '../fields/field.ts'
import { kindOf } from '../fields/kinds.ts'
import { holds, isGiven } from '../flow/conditions.ts'
import type { Place } from '../flow/place.ts'
import type { Scope } from '../flow/scope.ts'
import { lookUp } from '../flow/values.ts'
import { putWords } from '../flow/words.ts'
import type { Check } from '../journey/journey.ts'
import type { ShownError } from './decision.ts'
import { labelOf, sourceOf } from './labels.ts'

/** What a post of a step came to. */
export interface Read {
  /** Answers of shown fields that are right, secrets among them. */
  readonly given: Readonly<Record<string, Json>>
  /** Shown fields that were left empty, and may be. */
  readonly emptied: readonly string[]
  /** What was typed, to be shown again; no secrets. */
  readonly typed: Typed
  readonly errors: readonly ShownError[]
}

/** The names of the controls that a step posts. */
export function controlsOf(place: Place): ReadonlySet<string> {
  return new Set(
    place.step.entries.flatMap((entry) =>
      entry.is === 'field' ? kindOf(entry.field.kind).controls(entry.field, entry.field.name) : [],
    ),
  )
}

/** Reads and checks this step's fields only, in order: a field's `when` sees the answers that stand before it. */
export function readAnswers(
  place: Place,
  input: Input,
  before: Scope,
  settled: ReadonlySet<string>,
): Read {
  const given: Record<string, Json> = {}
  const emptied: string[] = []
  const errors: ShownError[] = []
  const typed: Record<string, readonly string[]> = {}
  const scope = scopeWith(place, given, before)
  for (const entry of place.step.entries) {
    if (entry.is !== 'field' || settled.has(entry.field.name)) continue
    if (entry.when && !holds(entry.when, scope)) continue
    const { field } = entry
    if (entry.readOnly) {
      const source = sourceOf(entry, place, scope)
      if (source !== undefined) given[field.name] = source
      continue
    }
    const label = labelOf(entry, scope)
    const answerOf = (path: readonly string[]) => lookUp({ from: 'answer', path }, scope)
    const read = validateFields([{ field }], input, { today: scope.world.today, answerOf })
    Object.assign(given, read.answers)
    if (!field.secret) Object.assign(typed, read.typed)
    for (const flaw of read.flaws)
      errors.push({
        control: flaw.control,
        text: errorWordsOf(flaw, { label, language: scope.world.language }),
      })
    if (read.flaws.length === 0 && !(field.name in read.answers)) emptied.push(field.name)
  }
  return { given, emptied, typed, errors }
}

/** The scope of a press: what was just given counts, secrets too. `given` may still grow. */
export function scopeWith(place: Place, given: Record<string, Json>, before: Scope): Scope {
  const below = place.item === undefined ? before.answers : (before.item?.answers ?? {})
  const own: Record<string, Json> = Object.setPrototypeOf(given, below)
  if (place.item === undefined) return { ...before, answers: own }
  return { ...before, item: { number: place.item, answers: own } }
}

/** The checks that fail. One is not made while an operand of it is unanswered. */
export function failedChecks(
  checks: readonly Check[],
  scope: Scope,
  place: Place,
): readonly ShownError[] {
  return checks
    .filter((check) => check.operands.every((operand) => isGiven(lookUp(operand, scope))))
    .filter((check) => !holds(check.must, scope))
    .map((check) => {
      const control = check.field === undefined ? undefined : controlOf(check.field, place)
      return { text: putWords(check.message, scope), ...(control !== undefined && { control }) }
    })
}

/** The journey's checks that this step completes: it asks one of the operands, and all are given now. */
export function completedHere(checks: readonly Check[], place: Place): readonly Check[] {
  const names = new Set(
    place.step.entries.flatMap((entry) => (entry.is === 'field' ? [entry.field.name] : [])),
  )
  return checks.filter((check) =>
    check.operands.some((operand) => operand.from === 'answer' && names.has(operand.path[0] ?? '')),
  )
}

/** The first control of a field of this step. */
export function controlOf(name: string, place: Place): string | undefined {
  const field = fieldOf(name, place)
  return field && kindOf(field.kind).controls(field, field.name)[0]
}

function fieldOf(name: string, place: Place): Field | undefined {
  for (const entry of place.step.entries)
    if (entry.is === 'field' && entry.field.name === name) return entry.field
  return undefined
}
