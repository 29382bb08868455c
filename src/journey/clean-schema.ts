import type { Json, JsonObject } from '../fields/field.ts'
import { ANNOTATIONS } from './field-keywords.ts'
import type { Reading } from './reading.ts'
import { type Keywords, keywordsOf } from './resolve-ref.ts'
import { jsonOf, type Node, type Pair, pairOf } from './tree.ts'

const DEEPEST = 8

/** The standard JSON Schema of an answer: `$ref` followed, annotations and own keywords taken out. */
export function cleanSchema(keywords: Keywords, reading: Reading, depth = 0): JsonObject {
  const kept = [...keywords.values()].filter(({ key }) => !ANNOTATIONS.includes(key))
  return Object.fromEntries(kept.map((pair) => [pair.key, cleanValue(pair, reading, depth)]))
}

function cleanValue({ key, value }: Pair, reading: Reading, depth: number): Json {
  if (key === 'oneOf' && value.is === 'list') return value.items.map(constOf)
  if (value.is !== 'map' || depth >= DEEPEST) return jsonOf(value)
  if (key === 'items') return cleanNode(value, reading, depth)
  if (key !== 'properties') return jsonOf(value)
  return Object.fromEntries(
    value.pairs.map((pair) => [pair.key, cleanNode(pair.value, reading, depth)]),
  )
}

function cleanNode(node: Node, reading: Reading, depth: number): Json {
  return node.is === 'map' ? cleanSchema(keywordsOf(node, reading), reading, depth + 1) : true
}

function constOf(node: Node): Json {
  const value = pairOf(node, 'const')?.value
  return { const: value ? jsonOf(value) : null }
}
