import { adminSchema } from '../../editor/admin-schema.ts'
import { flowSchema } from '../../editor/flow-schema.ts'
import { NO_NAMES } from '../../editor/names.ts'
import type { Schema } from '../../editor/schema.ts'
import { siteFileSchema } from '../../editor/site-schema.ts'
import type { Json, JsonObject } from '../../fields/field.ts'
import type { ActionContract } from '../../journey/contract.ts'
import { otherFilesInWords } from './files-in-words.ts'

/** The page of all keys, as Markdown: made of the schemas that editors complete from, so that both say the same. */
export function referenceInWords(actions: ReadonlyMap<string, ActionContract>): string {
  return [
    '# Reference',
    '',
    'Every key that a definition may have. This page is made by `npm run docs` from the schemas that editors complete from, and from',
    'the keys that are read.',
    'What each problem means: [Problems](problems.md). What to do for what: [Recipes](recipes.md).',
    '',
    ...fileInWords('flow.yaml', flowSchema(NO_NAMES)),
    ...fileInWords('admin.yaml', adminSchema(NO_NAMES)),
    '## _site.yaml',
    '',
    ...mapInWords('', siteFileSchema([], [])),
    ...otherFilesInWords(),
    ...actionsInWords(actions),
  ].join('\n')
}

/** The maps of a file, the file itself first. */
function fileInWords(name: string, schema: Schema): readonly string[] {
  const definitions = objectOf(schema['definitions'])
  const top = String(schema['$ref']).replace('#/definitions/', '')
  const rest = Object.keys(definitions).filter((one) => one !== top)
  return [
    `## ${name}`,
    '',
    ...mapInWords('', objectOf(definitions[top])),
    ...rest.flatMap((one) => mapInWords(`${name}: ${one}`, objectOf(definitions[one]))),
  ]
}

/** A map with keys that are told: a table of them. */
function mapInWords(title: string, schema: Schema): readonly string[] {
  const { properties, description, required } = schema
  const needed = Array.isArray(required) ? required : []
  if (properties === undefined || description === undefined) return []
  const rows = Object.entries(objectOf(properties)).map(([key, value]) => {
    const one = objectOf(value)
    const mark = needed.includes(key) ? ' (needed)' : ''
    return `| \`${key}\`${mark} | ${cell(typeInWords(one))} | ${cell(String(one['description']))} |`
  })
  return [
    ...(title === '' ? [] : [`### ${title}`, '']),
    String(description),
    '',
    '| key | is | meaning |',
    '|---|---|---|',
    ...rows,
    '',
  ]
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}

/** What a value may be, in a few words. */
function typeInWords(schema: JsonObject): string {
  const { $ref, allOf, anyOf, items, additionalProperties, type } = schema
  if (typeof $ref === 'string') return nameOf($ref)
  if (Array.isArray(schema['enum'])) return schema['enum'].map((one) => `\`${one}\``).join(', ')
  if (Array.isArray(allOf) && allOf.length === 1) return typeInWords(objectOf(allOf[0]))
  if (Array.isArray(anyOf))
    return [...new Set(anyOf.map((one) => typeInWords(objectOf(one))))].join(', or ')
  if (type === 'array') return `list of ${typeInWords(objectOf(items))}`
  if (type === 'object' && typeof additionalProperties === 'object')
    return `map of ${typeInWords(objectOf(additionalProperties))}`
  if (String(schema['pattern']).includes('second|minute')) return 'time (`90 days`)'
  return TYPES[String(type)] ?? 'anything'
}

function nameOf(reference: string): string {
  return NAMES[reference.replace('#/definitions/', '')] ?? reference.replace('#/definitions/', '')
}

/** Definitions that are no maps of their own. */
const NAMES: Readonly<Record<string, string>> = {
  text: 'words',
  target: 'step',
  next: 'step, or list of { when, to }',
  nextEntry: '{ when, to }',
  entry: '{ field, … }',
  outcome: 'step, { error } or { notice }',
  error: 'words, or { field: words }',
  action: 'action',
  call: '{ action, with, on }',
  value: 'value, `$field` or `$source`',
  literal: 'value',
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  boolean: '`true`, `false`',
  integer: 'whole number',
  number: 'number',
  object: 'map',
}

function actionsInWords(actions: ReadonlyMap<string, ActionContract>): readonly string[] {
  const facts = (list: readonly { readonly fact: string }[] = []) =>
    [...new Set(list.map(({ fact }) => fact))].join(', ')
  const rows = [...actions.values()].map((one) => {
    const inputs = Object.keys(objectOf(one.input['properties'])).join(', ')
    return `| \`${one.name}\` | ${inputs} | ${one.outcomes.join(', ')} | ${facts(one.needs)} | ${facts(one.gives)} |`
  })
  return [
    '## Actions',
    '',
    'The first outcome is the way on. A fact that is needed must hold when the action runs, whatever the flow says.',
    '',
    '| action | inputs | outcomes | needs | gives |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ]
}

function objectOf(json: Json | undefined): JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
    ? (json as JsonObject)
    : {}
}
