import type { Field } from '../fields/field.ts'
import { checkLimits } from './check-limits.ts'
import { PROBLEMS } from './codes.ts'
import { REFUSED_AT_ROOT } from './field-keywords.ts'
import { helpWith } from './nearest.ts'
import { readField } from './read-field.ts'
import { readProperties } from './read-properties.ts'
import type { Reading } from './reading.ts'
import { type Keywords, withMeant } from './resolve-ref.ts'
import { jsonOf, type Node, type Pair, pairOf } from './tree.ts'
import { EVERYTHING, type Unreadable } from './unreadable.ts'

const ROOT_KEYWORDS = [
  '$schema',
  '$id',
  '$comment',
  '$defs',
  'title',
  'description',
  'type',
  'additionalProperties',
  'required',
  'properties',
]

/** What schema.json says. */
export interface Schema {
  readonly fields: ReadonlyMap<string, Field>
  /** Properties that are there, and of which no field could be made. */
  readonly unreadable: Unreadable
}

/** `schema.json` → the fields of the journey, in its order. */
export function readSchema(tree: Node | undefined, reading: Reading): Schema {
  const { report } = reading
  if (!tree) return { fields: new Map(), unreadable: EVERYTHING }
  if (tree.is !== 'map') {
    report(PROBLEMS.wrongType, tree, 'A schema is an object with "properties".')
    return { fields: new Map(), unreadable: EVERYTHING }
  }
  const written = new Map(tree.pairs.map((pair) => [pair.key, pair]))
  const keywords: Keywords = withMeant(written, ROOT_KEYWORDS)
  for (const pair of tree.pairs) checkRootKeyword(pair, reading)
  const type = keywords.get('type')?.value
  if (type && jsonOf(type) !== 'object')
    report(PROBLEMS.wrongValue, type, 'The type of the schema is "object".', 'Write "object".')
  const properties = keywords.get('properties')?.value
  if (!properties)
    report(
      PROBLEMS.missingKey,
      tree,
      'The schema has no "properties".',
      'Add them: each is a field.',
    )
  const read = readProperties(keywords, 0, reading, readField)
  const fields = new Map(read.map((field) => [field.name, field]))
  checkLimits(fields, reading)
  return { fields, unreadable: unreadIn(properties, fields) }
}

/** Names of properties, and of an item's, of which no field could be made. */
function unreadIn(
  properties: Node | undefined,
  fields: ReadonlyMap<string, Field>,
): ReadonlySet<string> {
  const written = properties?.is === 'map' ? properties.pairs : []
  const parts = written.flatMap(({ key, value }) => {
    const known = new Set(fields.get(key)?.parts.map(({ name }) => name))
    const inside = pairOf(pairOf(value, 'items')?.value, 'properties')?.value
    return inside?.is === 'map' ? inside.pairs.filter((part) => !known.has(part.key)) : []
  })
  const whole = written.filter(({ key }) => !fields.has(key))
  return new Set([...whole, ...parts].map(({ key }) => key))
}

function checkRootKeyword({ key, keyAt }: Pair, { report }: Reading): void {
  if (ROOT_KEYWORDS.includes(key)) return
  if (REFUSED_AT_ROOT.includes(key)) {
    const message = `"${key}" cannot stand at the root of a schema.`
    report(PROBLEMS.refusedKeyword, keyAt, message, 'Use `when` or `checks` in flow.yaml.')
    return
  }
  const help = helpWith(key, ROOT_KEYWORDS, 'keywords')
  report(PROBLEMS.unknownKeyword, keyAt, `"${key}" is not a keyword of the schema.`, help)
}
