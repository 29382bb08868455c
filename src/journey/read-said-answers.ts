import type { Field, Json } from '../fields/field.ts'
import { kindOf } from '../fields/kinds.ts'
import { PROBLEMS } from './codes.ts'
import { checkLiteral } from './literal.ts'
import { helpWith } from './nearest.ts'
import { quoted } from './quoted.ts'
import type { Reading } from './reading.ts'
import { jsonOf, type Node, type Pair, writtenOf } from './tree.ts'

interface Fields {
  readonly fields: ReadonlyMap<string, Field>
  readonly reading: Reading
}

/**
 * Answers by field, as a person types them: a wrong one may be said, an option that is not there or `yes` for a boolean
 * may not. A key may also be the name of a box of a field: `dateOfBirth-month`.
 */
export function readSaidAnswers(
  node: Node | undefined,
  { fields, reading }: Fields,
): Readonly<Record<string, Json>> {
  if (!node) return {}
  if (node.is !== 'map') {
    const help = 'Write { field: answer }.'
    reading.report(PROBLEMS.wrongType, node, 'A map of answers was expected here.', help)
    return {}
  }
  const said = node.pairs.flatMap((pair) => readSaid(pair, { fields, reading }))
  return Object.fromEntries(said)
}

function readSaid(pair: Pair, { fields, reading }: Fields): readonly (readonly [string, Json])[] {
  const { key, keyAt, value } = pair
  const field = fields.get(key)
  if (field) {
    checkSaid(value, field, reading)
    return [[key, jsonOf(value)]]
  }
  if (boxesOf(fields).includes(key)) return [[key, value.is === 'scalar' ? writtenText(value) : '']]
  const help = helpWith(key, fields.keys(), 'fields')
  reading.report(PROBLEMS.unknownField, keyAt, `There is no field "${key}" here.`, help)
  return []
}

function boxesOf(fields: ReadonlyMap<string, Field>): readonly string[] {
  return [...fields.values()].flatMap((field) =>
    field.kind === 'repeat' ? [] : kindOf(field.kind).controls(field, field.name),
  )
}

function writtenText(node: Extract<Node, { is: 'scalar' }>): string {
  return typeof node.value === 'string' ? node.value : writtenOf(node)
}

function checkSaid(node: Node, field: Field, reading: Reading): void {
  if (node.is === 'scalar' && node.value === null) return
  if (field.kind === 'repeat') checkItems(node, field, reading)
  else if (field.parts.length > 0) checkParts(node, field, reading)
  else if (field.item && node.is === 'list')
    for (const one of node.items) checkSaid(one, { ...field.item, name: field.name }, reading)
  else if (isTyped(field)) for (const one of typedIn(node, field)) checkTyped(one, field, reading)
  else checkLiteral(node, field, reading.report)
}

function checkParts(node: Node, field: Field, reading: Reading): void {
  if (node.is === 'map') readSaidAnswers(node, { fields: partsOf(field), reading })
  else checkLiteral(node, field, reading.report)
}

function isTyped({ options, kind }: Field): boolean {
  return options.length === 0 && !['yes-no', 'declaration'].includes(kind)
}

/** Files are said by their names, and what an earlier list offers by what stands there; of several each. */
function typedIn(node: Node, { kind }: Field): readonly Node[] {
  return ['files', 'checkboxes'].includes(kind) && node.is === 'list' ? node.items : [node]
}

/** Text stays text: what YAML turned into something else is told. A number may be written as one. */
function checkTyped(node: Node, field: Field, { report }: Reading): void {
  if (node.is !== 'scalar') {
    report(
      PROBLEMS.wrongType,
      node,
      `One text was expected for "${field.name}".`,
      'Write what is typed.',
    )
    return
  }
  if (typeof node.value === 'string' || field.kind === 'number') return
  const help = `Put quotes around it: ${quoted(writtenOf(node))}`
  const words = `Words were meant for "${field.name}", and YAML reads a ${typeof node.value}.`
  report(PROBLEMS.needsQuotes, node, words, help)
}

function checkItems(node: Node, field: Field, reading: Reading): void {
  if (node.is !== 'list') {
    const help = 'Write one map for each item: [{ … }, { … }].'
    reading.report(PROBLEMS.wrongType, node, `"${field.name}" is a list of items.`, help)
    return
  }
  for (const item of node.items) readSaidAnswers(item, { fields: partsOf(field), reading })
}

function partsOf(field: Field): ReadonlyMap<string, Field> {
  return new Map(field.parts.map((part) => [part.name, part]))
}
