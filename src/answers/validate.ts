import { flawOf } from '../fields/control.ts'
import type { Field, Flaw, Input, Json, Parsed, Typed } from '../fields/field.ts'
import { kindOf } from '../fields/kinds.ts'
import { requiredFlaws } from '../fields/required.ts'
import { mostOf } from '../fields/several.ts'
import { createFieldValidator } from './field-validator.ts'
import { limitFlaws, type Measure } from './limit-flaws.ts'

export interface Validated {
  /** What is right, by field name; an optional field that was left empty has none. Secrets are in it: they are not to be stored. */
  readonly answers: Readonly<Record<string, Json>>
  /** In the order of the fields; none: all is right. */
  readonly flaws: readonly Flaw[]
  /** What was posted, to show again; never a secret. */
  readonly typed: Typed
}

/**
 * What was posted for these fields → answers, and all that is wrong with it. Give the fields that are asked and shown
 * now; what a `readOnly` one posts is ignored. A `$field` limit sees the answers of this post before older ones.
 */
export function validateFields(
  fields: readonly { readonly field: Field }[],
  input: Input,
  measure: Measure,
): Validated {
  const asked = fields.map(({ field }) => field).filter((field) => !field.readOnly)
  const read = asked.map((field) => parseAt(field, field.name, input))
  const now = measureOf(asked, read, measure)
  const answers: Record<string, Json> = {}
  const flaws: Flaw[] = []
  for (const [index, field] of asked.entries()) {
    const parsed = read[index]
    const found = flawsAt(field, field.name, input, now, parsed)
    flaws.push(...found)
    if (found.length === 0 && parsed?.status === 'value') answers[field.name] = parsed.value
  }
  return { answers, flaws, typed: typedIn(asked, input) }
}

/** What is wrong with an answer, as it is stored: the definition may have changed, or the day. */
export function validateAnswer(field: Field, value: Json, measure: Measure): readonly Flaw[] {
  return answerFlaws(field, field.name, value, measure)
}

function answerFlaws(field: Field, prefix: string, value: Json, measure: Measure): readonly Flaw[] {
  const gone = goneFlaws(field, prefix, value)
  const flaws = gone.length > 0 ? gone : createFieldValidator(field, prefix)(value)
  return flaws.length > 0 ? flaws : limitFlaws(field, prefix, value, measure)
}

/** A choice from an earlier list, of an item that is there no more. */
function goneFlaws(field: Field, prefix: string, value: Json): readonly Flaw[] {
  if (!field.presentation.optionsFrom) return []
  const chosen: readonly Json[] = Array.isArray(value) ? value : [value]
  const isThere = (one: Json) => field.options.some((option) => option.value === one)
  return chosen.every(isThere) ? [] : [flawOf(field, prefix, 'enum')]
}

function parseAt(field: Field, prefix: string, input: Input): Parsed {
  return kindOf(field.kind).parse(field, input, prefix)
}

/** All that is wrong with what was posted for a field, in the order of its controls: nobody should find out bit by bit. */
function flawsAt(
  field: Field,
  prefix: string,
  input: Input,
  measure: Measure,
  parsed: Parsed = parseAt(field, prefix, input),
): readonly Flaw[] {
  const inBoxes = field.item ? boxFlaws(field, field.item, prefix, input, measure) : []
  if (inBoxes.length > 0) return inBoxes
  if (parsed.status === 'value') return answerFlaws(field, prefix, parsed.value, measure)
  if (parsed.status === 'missing') return field.required ? requiredFlaws(field, prefix, kindOf) : []
  return field.parts.length === 0
    ? parsed.flaws
    : field.parts.flatMap((part) => flawsAt(part, `${prefix}-${part.name}`, input, measure))
}

/** Of several: what is wrong in each box that something stands in, linked to that very box. */
function boxFlaws(
  field: Field,
  item: Field,
  prefix: string,
  input: Input,
  measure: Measure,
): readonly Flaw[] {
  return Array.from({ length: mostOf(field) }, (_, index) =>
    flawsAt(item, `${prefix}-${index + 1}`, input, measure),
  ).flat()
}

/** Answers of this post stand in for older ones; a field that was left empty now has no answer any more. */
function measureOf(asked: readonly Field[], read: readonly Parsed[], measure: Measure): Measure {
  return {
    today: measure.today,
    answerOf(path) {
      const [name = '', ...keys] = path
      const at = asked.findIndex((field) => field.name === name)
      const parsed = read[at]
      if (!parsed) return measure.answerOf(path)
      return keys.reduce<Json | undefined>(
        keyOf,
        parsed.status === 'value' ? parsed.value : undefined,
      )
    },
  }
}

function keyOf(value: Json | undefined, key: string): Json | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  return Object.hasOwn(value, key) ? (value as Record<string, Json>)[key] : undefined
}

/** What the boxes show again: only of fields without a secret, and only what was posted. */
function typedIn(fields: readonly Field[], input: Input): Typed {
  const typed: Record<string, readonly string[]> = {}
  for (const field of fields)
    for (const control of openControls(field, field.name)) {
      const texts = input.get(control)
      if (texts) typed[control] = texts
    }
  return typed
}

function openControls(field: Field, prefix: string): readonly string[] {
  if (field.secret || field.kind === 'password' || field.kind === 'code') return []
  if (field.kind !== 'repeat' && field.parts.length > 0)
    return field.parts.flatMap((part) => openControls(part, `${prefix}-${part.name}`))
  return kindOf(field.kind).controls(field, prefix)
}
