import type { Json, Option } from '../fields/field.ts'
import { PROBLEMS } from './codes.ts'
import { isOfType } from './of-type.ts'
import { withoutEscapes } from './placeholders.ts'
import { readMap } from './read-map.ts'
import { readBoolean, readText } from './read-scalar.ts'
import type { Reading } from './reading.ts'
import { type Keywords, keywordsOf } from './resolve-ref.ts'
import { jsonOf, type Node, pairOf } from './tree.ts'

const SHAPE = {
  what: 'an option',
  keys: ['const', 'title', 'description', 'exclusive', '$comment'],
  required: ['const', 'title'],
}

/** The options of `enum` or `oneOf`: of an array, those of its items. */
export function readOptions(keywords: Keywords, reading: Reading): readonly Option[] {
  const items = keywords.get('items')?.value
  const source = items?.is === 'map' ? keywordsOf(items, reading) : keywords
  const options: { option: Option; node: Node }[] = []
  const add = (option: Option | undefined, node: Node) => {
    if (option) options.push({ option, node })
  }
  const choices = source.get('oneOf')?.value
  const values = source.get('enum')?.value
  if (choices && values)
    reading.report(
      PROBLEMS.keysExclude,
      source.get('enum')?.keyAt ?? values,
      'The options stand in "enum" and in "oneOf".',
      'Take one of the two away.',
    )
  if (choices?.is === 'list') for (const node of choices.items) add(readChoice(node, reading), node)
  else if (values?.is === 'list')
    for (const node of values.items) add(readValue(node, reading), node)
  reportEqual(options, reading)
  reportEmpty(options, reading)
  reportOfOtherType(options, source.get('type')?.value, reading)
  return options.map(({ option }) => option)
}

function readChoice(node: Node, { report }: Reading): Option | undefined {
  const map = readMap(node, SHAPE, report)
  const value = map?.get('const')
  if (!map || !value) return undefined
  const title = readText(map.get('title'), 'the title of an option', report)
  const description = readText(map.get('description'), 'the description of an option', report)
  const exclusive = readBoolean(map.get('exclusive'), '"exclusive"', report)
  const plain = optionValue(jsonOf(value))
  if (plain === undefined) {
    report(PROBLEMS.wrongType, value, 'The value of an option is a text, a number, true or false.')
    return undefined
  }
  return {
    value: plain,
    title: withoutEscapes(title ?? String(plain)),
    ...(description !== undefined && { description: withoutEscapes(description) }),
    ...(exclusive !== undefined && { exclusive }),
  }
}

function readValue(node: Node, { report }: Reading): Option | undefined {
  const value = optionValue(jsonOf(node))
  if (value === undefined) {
    report(PROBLEMS.wrongType, node, 'The value of an option is a text, a number, true or false.')
    return undefined
  }
  return { value, title: String(value) }
}

function optionValue(value: Json): Option['value'] | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : undefined
}

/** An option that is posted as nothing chosen is: nobody could choose it. */
function reportEmpty(
  options: readonly { option: Option; node: Node }[],
  { report }: Reading,
): void {
  for (const { option, node } of options)
    if (String(option.value).trim() === '')
      report(
        PROBLEMS.impossibleLiteral,
        pairOf(node, 'const')?.value ?? node,
        'An option without a value cannot be told from none.',
        'Give it a value; or take it away, and the field out of "required".',
      )
}

/** Options that the type beside them forbids: nobody could choose them. */
function reportOfOtherType(
  options: readonly { option: Option; node: Node }[],
  type: Node | undefined,
  { report }: Reading,
): void {
  const name = type?.is === 'scalar' ? String(type.value) : ''
  for (const { option, node } of options)
    if (!isOfType(option.value, name))
      report(
        PROBLEMS.badValue,
        pairOf(node, 'const')?.value ?? node,
        `The option ${JSON.stringify(option.value)} is not of the type "${name}".`,
        name === 'string' ? `Put quotes around it: "${option.value}"` : 'Change it, or the type.',
      )
}

/** Options that look or count alike. A form posts text, so that 1 and "1" are alike too. */
function reportEqual(
  options: readonly { option: Option; node: Node }[],
  { report }: Reading,
): void {
  const values = new Set<string>()
  const titles = new Set<string>()
  for (const { option, node } of options) {
    const value = String(option.value)
    const title = option.title.trim().replace(/\s+/gu, ' ').toLowerCase()
    if (values.has(value))
      report(
        PROBLEMS.equalOptions,
        node,
        `Two options have the value "${value}".`,
        'Give one another value.',
      )
    else if (titles.has(title))
      report(
        PROBLEMS.equalOptions,
        node,
        `Two options have the title "${option.title}".`,
        'Give one another title.',
      )
    values.add(value)
    titles.add(title)
  }
}
