import { ANSWER_FORMATS } from '../fields/formats.ts'

/** What the value of a keyword of schema.json must be. */
type Wanted = 'text' | 'boolean' | 'number' | 'above 0' | 'count' | 'list' | 'map' | 'any'

/** The keywords that a field may have (FORMAT.md, schema.json). */
export const FIELD_KEYWORDS = {
  title: 'text',
  description: 'text',
  type: 'text',
  format: 'text',
  enum: 'list',
  oneOf: 'list',
  const: 'any',
  minLength: 'count',
  maxLength: 'count',
  pattern: 'text',
  minimum: 'number',
  maximum: 'number',
  exclusiveMinimum: 'number',
  exclusiveMaximum: 'number',
  multipleOf: 'above 0',
  minItems: 'count',
  maxItems: 'count',
  uniqueItems: 'boolean',
  items: 'map',
  properties: 'map',
  required: 'list',
  additionalProperties: 'boolean',
  default: 'any',
  examples: 'list',
  writeOnly: 'boolean',
  readOnly: 'boolean',
  errorMessage: 'map',
  field: 'map',
  contentMediaType: 'text',
  contentEncoding: 'text',
  $ref: 'text',
  $comment: 'text',
  $defs: 'map',
} as const satisfies Readonly<Record<string, Wanted>>

export const TYPES = ['string', 'integer', 'number', 'boolean', 'array', 'object'] as const

export const FORMATS: readonly string[] = [
  ...Object.keys(ANSWER_FORMATS),
  'uri',
  'uuid',
  'hostname',
  'ipv4',
  'ipv6',
  'duration',
]

/** Keywords at the root that make one answer depend on another. */
export const REFUSED_AT_ROOT: readonly string[] = [
  'if',
  'then',
  'else',
  'allOf',
  'anyOf',
  'oneOf',
  'not',
  'dependentRequired',
  'dependentSchemas',
  'dependencies',
  'patternProperties',
  'propertyNames',
  'unevaluatedProperties',
  'minProperties',
  'maxProperties',
]

/** Pairs of bounds: the first may not be above the second. */
export const BOUNDS: readonly (readonly [string, string])[] = [
  ['minLength', 'maxLength'],
  ['minimum', 'maximum'],
  ['minimum', 'exclusiveMaximum'],
  ['exclusiveMinimum', 'maximum'],
  ['exclusiveMinimum', 'exclusiveMaximum'],
  ['minItems', 'maxItems'],
]

/** Keywords that say nothing about which answers are right. */
export const ANNOTATIONS: readonly string[] = [
  'title',
  'description',
  'default',
  'examples',
  'readOnly',
  'writeOnly',
  'errorMessage',
  'field',
  '$comment',
  '$defs',
  '$ref',
]

/** What `errorMessage` may have words for: keywords, and what kinds find wrong by themselves. */
export const ERROR_KEYWORDS: readonly string[] = [
  'required',
  'type',
  'format',
  'enum',
  'const',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minItems',
  'maxItems',
  'uniqueItems',
  'maxWords',
  'before',
  'onOrBefore',
  'after',
  'onOrAfter',
  'missing-part',
  'real-date',
  'short-year',
  'exclusive',
  'doubled',
  'too-long',
  'accept',
  'maxSize',
  'empty',
  'virus',
  'unchecked',
  'unsaved',
  'too-often',
  'too-much',
]
