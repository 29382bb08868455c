import { madeOf } from '../answers/compute.ts'
import type { Answers } from '../answers/draft.ts'
import { errorWordsOf } from '../answers/error-words.ts'
import { validateFields } from '../answers/validate.ts'
import type { Field, Input, Json, Typed } from '../fields/field.ts'
import { kindOf } from '../fields/kinds.ts'
import { holds, isGiven } from '../flow/conditions.ts'
import { type FieldEntry, fieldsOf, within, withOptions } from '../flow/entries.ts'
import type { Place } from '../flow/place.ts'
import { saidOf, sayIn } from '../flow/said.ts'
import type { Scope } from '../flow/scope.ts'
import { lookUp } from '../flow/values.ts'
import { type OwnWords, putWords } from '../flow/words.ts'
import type { Operand } from '../journey/condition.ts'
import { operandsOf } from '../journey/condition-operands.ts'
import type { Check, Journey, Step } from '../journey/journey.ts'
import type { ShownError } from './decision.ts'
import { labelOf } from './labels.ts'
import { shownValue } from './prefill.ts'

/** What a post of a step came to. */
export interface Read {
  /** Answers of shown fields that are right, secrets among them. */
  readonly given: Readonly<Record<string, Json>>
  /** Shown fields that were left empty, and may be. */
  readonly emptied: readonly string[]
  /** What was typed, to be shown again; no secrets. */
  readonly typed: Typed
  readonly errors: readonly ShownError[]
  /**
   * What is seen with it: what was just given counts, secrets too; what was emptied has no answer, although an earlier
   * page may have one.
   */
  readonly scope: Scope
}

const controls = new WeakMap<Step, ReadonlySet<string>>()

/** The names of the controls that a step posts. */
export function controlsOf({ step }: Place): ReadonlySet<string> {
  const known = controls.get(step)
  if (known) return known
  const names = new Set(
    step.entries.flatMap((entry) =>
      entry.is === 'field' ? kindOf(entry.field.kind).controls(entry.field, entry.field.name) : [],
    ),
  )
  controls.set(step, names)
  return names
}

/** Reads and checks this step's fields only, in order: a field's `when` sees the answers that stand before it. */
export function readAnswers(
  place: Place,
  input: Input,
  before: Scope,
  settled: ReadonlySet<string>,
  stored: Answers,
): Read {
  const { own, scope } = within(place, before)
  const read: Gathered = { given: {}, emptied: [], typed: {}, errors: [], scope }
  for (const written of fieldsOf(place.step.entries)) {
    if (settled.has(written.field.name) || (written.when && !holds(written.when, scope))) continue
    const entry = withOptions(written, scope)
    if (!entry) continue
    if (entry.readOnly) readSource(entry, shownValue(entry, place, stored, scope), read)
    else readPosted(entry, input, scope, read)
    const { name } = entry.field
    if (Object.hasOwn(read.given, name)) own[name] = read.given[name]
    else if (read.emptied.includes(name)) own[name] = undefined
  }
  return read
}

interface Gathered {
  given: Record<string, Json>
  emptied: string[]
  typed: Record<string, readonly string[]>
  errors: ShownError[]
  readonly scope: Scope
}

/** What is only shown is taken from where it comes from, whatever was posted. */
function readSource({ field }: FieldEntry, source: Json | undefined, read: Gathered): void {
  if (source !== undefined) read.given[field.name] = source
}

function readPosted(entry: FieldEntry, input: Input, scope: Scope, read: Gathered): void {
  const { field } = entry
  const { today, language } = scope.world
  const answerOf = (path: readonly string[]) => lookUp({ from: 'answer', path }, scope)
  const { answers, flaws, typed } = validateFields([{ field }], input, { today, answerOf })
  Object.assign(read.given, answers)
  if (!field.secret) Object.assign(read.typed, typed)
  const say = (words: string, own?: OwnWords) => sayIn(words, entry.said, scope, own)
  for (const { field: wrong, ...found } of flaws) {
    const flaw = { ...found, field: saidOf(wrong, entry.said, scope) }
    const label = labelOf(entry, scope)
    read.errors.push({ control: flaw.control, text: errorWordsOf(flaw, { label, language, say }) })
  }
  if (flaws.length === 0 && !Object.hasOwn(answers, field.name)) read.emptied.push(field.name)
}

/** The scope of a press: what was just given counts, secrets too. */
export function scopeWith(
  place: Place,
  given: Readonly<Record<string, Json>>,
  before: Scope,
): Scope {
  const { own, scope } = within(place, before)
  Object.assign(own, given)
  return scope
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

/**
 * The journey's checks that this step completes: it asks one of the operands, and all are given now; of a value all that
 * it is made of.
 */
export function completedHere(
  checks: readonly Check[],
  place: Place,
  scope: Scope,
): readonly Check[] {
  if (checks.length === 0) return checks
  const names = askedAt(place)
  return checks.filter((check) => {
    const operands = [...check.operands, ...madeInto(check, scope.world.journey)]
    const isAsked = operands.some(
      (operand) => operand.from === 'answer' && names.has(operand.path[0] ?? ''),
    )
    return isAsked && operands.every((operand) => isGiven(lookUp(operand, scope)))
  })
}

/** The names of what a place asks; a list asks for all of its items. */
function askedAt({ step, list }: Place): ReadonlySet<string> {
  if (list) return new Set([step.repeat ?? ''])
  return new Set(step.entries.flatMap((entry) => (entry.is === 'field' ? [entry.field.name] : [])))
}

/** What the values that a check tests are made of. */
function madeInto({ must }: Check, journey: Journey): readonly Operand[] {
  return operandsOf(must).flatMap((one) => (one.from === 'value' ? madeOf(one.key, journey) : []))
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
