import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { RE2JS } from 're2js'
import type { Json, JsonObject } from '../fields/field.ts'
import { ANSWER_FORMATS } from '../fields/formats.ts'

/** One thing that ajv found: which keyword, what it allows, and where in the answer. */
export interface SchemaFlaw {
  readonly keyword: string
  /** Names and indexes into the answer; empty: the answer itself. */
  readonly path: readonly string[]
  readonly params: Readonly<Record<string, unknown>>
}

/**
 * Patterns of authors run in linear time. ajv keeps compiled patterns by their `toString()`: without one of its own, each
 * would be taken for the first (LIBRARIES.md, ajv).
 */
const linearRegExp = Object.assign(
  (pattern: string) => {
    const compiled = RE2JS.compile(RE2JS.translateRegExp(pattern))
    return {
      test: (text: string) => compiled.matcher(text).find(),
      toString: () => pattern,
    }
  },
  { code: 'linearRegExp' },
)

const ajv = createAjv()
const compiled = new WeakMap<JsonObject, ValidateFunction>()

function createAjv(): Ajv2020 {
  const made = new Ajv2020({
    allErrors: true,
    ownProperties: true,
    // Unknown formats and keywords are for the check of definitions; here they are annotations.
    strict: false,
    logger: false,
    addUsedSchema: false,
    code: { regExp: linearRegExp },
  })
  addFormats.default(made)
  for (const [name, test] of Object.entries(ANSWER_FORMATS)) made.addFormat(name, test)
  return made
}

/**
 * A schema → whether a value fits it; compiled once per schema object. Throws on a schema that is none: see
 * `checkSchema`.
 */
export function compileSchema(schema: JsonObject): (value: Json) => boolean {
  const validate = validatorOf(schema)
  return (value) => validate(value) === true
}

/** As `compileSchema`, and says all that does not fit. */
export function compileSchemaFlaws(schema: JsonObject): (value: Json) => readonly SchemaFlaw[] {
  const validate = validatorOf(schema)
  return (value) => (validate(value) ? [] : (validate.errors ?? []).map(schemaFlawOf))
}

/** Why a schema cannot be compiled, in ajv's words; none: it can. A pattern may not look ahead or back. */
export function checkSchema(schema: JsonObject): readonly string[] {
  try {
    validatorOf(schema)
    return []
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}

function validatorOf(schema: JsonObject): ValidateFunction {
  const known = compiled.get(schema)
  if (known) return known
  const made = ajv.compile(schema)
  compiled.set(schema, made)
  return made
}

function schemaFlawOf({ keyword, instancePath, params }: ErrorObject): SchemaFlaw {
  const path = instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  return { keyword, path, params }
}
