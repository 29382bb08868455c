import type { Field } from '../fields/field.ts'

/** What a JSON Schema keyword in a condition is about, and what its value must be. */
export interface TestKeyword {
  /** The type of answer that it says something of; absent: any. */
  readonly of?: 'number' | 'string' | 'array' | 'object'
  readonly value:
    | 'number'
    | 'count'
    | 'text'
    | 'pattern'
    | 'boolean'
    | 'answer'
    | 'answers'
    | 'schema'
    | 'item'
    | 'schemas'
    | 'parts'
    | 'names'
    | 'type'
}

/** The keywords of JSON Schema 2020-12 that a test of an answer may use. */
export const TEST_KEYWORDS: Readonly<Record<string, TestKeyword>> = {
  const: { value: 'answer' },
  enum: { value: 'answers' },
  type: { value: 'type' },
  minimum: { of: 'number', value: 'number' },
  maximum: { of: 'number', value: 'number' },
  exclusiveMinimum: { of: 'number', value: 'number' },
  exclusiveMaximum: { of: 'number', value: 'number' },
  multipleOf: { of: 'number', value: 'number' },
  minLength: { of: 'string', value: 'count' },
  maxLength: { of: 'string', value: 'count' },
  pattern: { of: 'string', value: 'pattern' },
  format: { of: 'string', value: 'text' },
  minItems: { of: 'array', value: 'count' },
  maxItems: { of: 'array', value: 'count' },
  minContains: { of: 'array', value: 'count' },
  maxContains: { of: 'array', value: 'count' },
  uniqueItems: { of: 'array', value: 'boolean' },
  contains: { of: 'array', value: 'item' },
  items: { of: 'array', value: 'item' },
  required: { of: 'object', value: 'names' },
  properties: { of: 'object', value: 'parts' },
  not: { value: 'schema' },
  if: { value: 'schema' },
  then: { value: 'schema' },
  else: { value: 'schema' },
  allOf: { value: 'schemas' },
  anyOf: { value: 'schemas' },
  oneOf: { value: 'schemas' },
}

/** Keywords whose value may be `$other`. */
export const COMPARED = [
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'const',
] as const
export type Compared = (typeof COMPARED)[number]

/** The JSON type of a field's answers. */
export function answerType(
  field: Field,
): 'number' | 'string' | 'array' | 'object' | 'boolean' | undefined {
  switch (field.kind) {
    case 'number':
      return 'number'
    case 'yes-no':
    case 'declaration':
      return 'boolean'
    case 'checkboxes':
    case 'several':
    case 'repeat':
    case 'files':
      return 'array'
    case 'name':
    case 'address':
    case 'group':
      return 'object'
    case 'radios':
    case 'select':
    case 'search': {
      const types = new Set(field.options.map((option) => typeof option.value))
      const [only] = types
      return types.size === 1 && (only === 'string' || only === 'number' || only === 'boolean')
        ? only
        : undefined
    }
    default:
      return 'string'
  }
}
