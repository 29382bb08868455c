import { type Json, type JsonObject, KIND_NAMES, type KindName } from './field.ts'

/** The formats of strings that are kinds by themselves; others are text with a check. */
const FORMAT_KINDS: readonly KindName[] = [
  'email',
  'phone',
  'postcode',
  'url',
  'password',
  'code',
  'national-insurance-number',
  'date',
  'month-year',
  'time',
  'date-time',
]

/**
 * The kind of an answer by its schema (FORMAT.md, schema.json), own keywords and all: `field.kind` wins. Undefined
 * where the schema says too little, or names a kind that there is not.
 */
export function inferKind(schema: JsonObject): KindName | undefined {
  const presentation = schema['field']
  const explicit = isObject(presentation) ? presentation['kind'] : undefined
  if (explicit !== undefined) return namedKind(explicit)
  const options = optionCount(schema)
  // How many there will be is not known: an earlier list seldom has many items.
  if (isObject(presentation) && presentation['optionsFrom'] !== undefined)
    return schema['type'] === 'array' ? 'checkboxes' : 'radios'
  if (options !== undefined) return optionsKind(options)
  switch (schema['type']) {
    case 'boolean':
      return schema['const'] === true ? 'declaration' : 'yes-no'
    case 'integer':
    case 'number':
      return 'number'
    case 'string':
      return stringKind(schema, presentation)
    case 'array':
      return arrayKind(schema['items'])
    case 'object':
      return 'group'
    default:
      return undefined
  }
}

function namedKind(name: Json): KindName | undefined {
  return KIND_NAMES.find((one) => one === name)
}

function optionsKind(count: number): KindName {
  if (count <= 10) return 'radios'
  return count <= 30 ? 'select' : 'search'
}

function stringKind(schema: JsonObject, presentation: Json | undefined): KindName {
  if (schema['contentMediaType'] !== undefined) return 'file'
  const byFormat = FORMAT_KINDS.find((name) => name === schema['format'])
  if (byFormat) return byFormat
  const words = isObject(presentation) && presentation['maxWords'] !== undefined
  const long = typeof schema['maxLength'] === 'number' && schema['maxLength'] > 200
  return words || long ? 'textarea' : 'text'
}

function arrayKind(items: Json | undefined): KindName | undefined {
  if (!isObject(items)) return undefined
  if (optionCount(items) !== undefined) return 'checkboxes'
  if (items['contentMediaType'] !== undefined) return 'files'
  if (items['type'] === 'object' || isObject(items['properties'])) return 'repeat'
  return 'several'
}

/** How many options there are to choose from; undefined where it is no choice. */
function optionCount(schema: JsonObject): number | undefined {
  if (Array.isArray(schema['enum'])) return schema['enum'].length
  const { oneOf } = schema
  const all = Array.isArray(oneOf) && oneOf.every((one: Json) => isObject(one) && 'const' in one)
  return all ? oneOf.length : undefined
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
