import { flawOf } from '../fields/control.ts'
import type { Field, Flaw, Json, JsonObject } from '../fields/field.ts'
import { fileFlaws } from '../fields/file.ts'
import { ANSWER_FORMATS } from '../fields/formats.ts'
import { kindOf } from '../fields/kinds.ts'
import { partAnswer } from '../fields/object.ts'
import { firstControl, requiredFlaws } from '../fields/required.ts'
import { compileSchemaFlaws, type SchemaFlaw } from './compile-schema.ts'

export type FieldValidator = (value: Json) => readonly Flaw[]

const validators = new WeakMap<Field, Map<string, FieldValidator>>()

/**
 * A field → what is wrong with an answer by the field's own schema: at most one flaw for each control. Compiled once per
 * field and prefix; the schema must be one that compiles (`checkSchema`).
 */
export function createFieldValidator(field: Field, prefix: string = field.name): FieldValidator {
  let byPrefix = validators.get(field)
  if (!byPrefix) {
    byPrefix = new Map()
    validators.set(field, byPrefix)
  }
  const known = byPrefix.get(prefix)
  if (known) return known
  const made = compileField(field, prefix)
  byPrefix.set(prefix, made)
  return made
}

function compileField(field: Field, prefix: string): FieldValidator {
  const check = compileSchemaFlaws(schemaOf(field))
  const control = firstControl(field, prefix, kindOf)
  const whole: FieldValidator = (value) => {
    const flaws = check(value)
    const worst = flaws.length > 0 ? worstOf(flaws) : undefined
    return worst ? [schemaFlaw(field, control, worst)] : []
  }
  if (field.kind === 'file' || field.kind === 'files')
    return (value) => orElse(fileFlaws(field, control, value), whole, value)
  if (field.kind === 'repeat')
    return (value) => orElse(itemFlaws(field, value, prefix), whole, value)
  const { item } = field
  if (item) return (value) => orElse(boxFlaws(item, value, prefix), whole, value)
  if (field.parts.length === 0) return whole
  return (value) => orElse(partFlaws(field, value, prefix), whole, value)
}

/** What the whole says is said only when no part is wrong: it would be said twice. */
function orElse(flaws: readonly Flaw[], whole: FieldValidator, value: Json): readonly Flaw[] {
  return flaws.length > 0 ? flaws : whole(value)
}

function partFlaws(field: Field, value: Json, prefix: string): readonly Flaw[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  return field.parts.flatMap((part) => {
    const at = `${prefix}-${part.name}`
    const answer = partAnswer(value, part)
    if (answer !== undefined) return createFieldValidator(part, at)(answer)
    return part.required ? requiredFlaws(part, at, kindOf) : []
  })
}

function itemFlaws(field: Field, value: Json, prefix: string): readonly Flaw[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((item: Json, index) => partFlaws(field, item, `${prefix}-${index + 1}`))
}

/** Of several: each answer by what a box asks. */
function boxFlaws(item: Field, value: Json, prefix: string): readonly Flaw[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((one: Json, index) =>
    createFieldValidator(item, `${prefix}-${index + 1}`)(one),
  )
}

/** A kind that was chosen by name brings its format along. */
const formatted = new WeakMap<Field, JsonObject>()
function schemaOf(field: Field): JsonObject {
  const brings = Object.hasOwn(ANSWER_FORMATS, field.kind)
  if (!brings || field.schema['format'] !== undefined) return field.schema
  const known = formatted.get(field)
  if (known) return known
  const schema = { ...field.schema, format: field.kind }
  formatted.set(field, schema)
  return schema
}

/** One message a field: the first of these. A choice that is none is `enum`, however the schema writes it. */
const ORDER = ['required', 'type', 'enum', 'minLength', 'maxLength', 'pattern', 'format']

function worstOf(flaws: readonly SchemaFlaw[]): SchemaFlaw | undefined {
  const rank = (flaw: SchemaFlaw) => {
    const place = ORDER.indexOf(keywordOf(flaw))
    return place < 0 ? ORDER.length : place
  }
  return flaws.toSorted((one, other) => rank(one) - rank(other))[0]
}

function keywordOf({ keyword, params }: SchemaFlaw): string {
  if (keyword === 'const' && params['allowedValue'] === true) return 'required'
  return keyword === 'oneOf' || keyword === 'const' ? 'enum' : keyword
}

function schemaFlaw(field: Field, control: string, flaw: SchemaFlaw): Flaw {
  const limit = flaw.params['limit'] ?? flaw.params['multipleOf']
  const known = typeof limit === 'number' || typeof limit === 'string'
  const keyword = flaw.path.length > 0 && field.options.length > 0 ? 'enum' : keywordOf(flaw)
  return flawOf(field, control, keyword, known ? { limit } : {})
}
