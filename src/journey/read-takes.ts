import type { JsonObject } from '../fields/field.ts'
import { checkKeywords } from './check-keywords.ts'
import { PROBLEMS } from './codes.ts'
import type { Reading } from './reading.ts'
import { keywordsOf } from './resolve-ref.ts'
import { jsonOf, type Node } from './tree.ts'

export type Takes = Readonly<Record<string, JsonObject>>

/** `takes`: what a calling journey may hand over, each with its JSON Schema. */
export function readTakes(node: Node | undefined, reading: Reading): Takes {
  if (!node) return {}
  if (node.is !== 'map') {
    reading.report(
      PROBLEMS.wrongType,
      node,
      'A map of schemas was expected for "takes".',
      'Write { email: { format: email } }.',
    )
    return {}
  }
  const entries = node.pairs.map(({ key, value }) => {
    if (value.is !== 'map') {
      reading.report(
        PROBLEMS.wrongType,
        value,
        `A schema was expected for "${key}".`,
        'Write { type: string }.',
      )
      return [key, {}] as const
    }
    const keywords = keywordsOf(value, reading)
    checkKeywords(keywords, reading.report)
    const schema = Object.fromEntries(
      [...keywords.values()].map((pair) => [pair.key, jsonOf(pair.value)]),
    )
    return [key, schema] as const
  })
  return Object.fromEntries(entries)
}
