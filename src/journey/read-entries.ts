import type { Field } from '../fields/field.ts'
import { PROBLEMS } from './codes.ts'
import type { StepContext } from './flow-context.ts'
import type { Entry } from './journey.ts'
import { helpWith, meantIn } from './nearest.ts'
import { readCondition } from './read-condition.ts'
import { type MapReader, readMap } from './read-map.ts'
import { readSaid } from './read-said.ts'
import { readBoolean, readName } from './read-scalar.ts'
import { isDynamic, readMarkdownWords, readPlainWords } from './read-words.ts'
import type { Node } from './tree.ts'

export const ENTRY_SHAPE = {
  what: 'an entry of "fields"',
  keys: ['field', 'when', 'title', 'description', 'readOnly', 'group', 'content'],
} as const

/** The names of the fields that entries ask, as far as they can be told; nothing is reported. */
export function askedNames(nodes: readonly Node[]): readonly string[] {
  return nodes.flatMap((node) => {
    const name = node.is === 'map' ? node.pairs.find((pair) => pair.key === 'field')?.value : node
    return name?.is === 'scalar' && name.value !== null ? [String(name.value)] : []
  })
}

/** `fields`: names, `{ field, … }` and `{ content }`, in order. */
export function readEntries(nodes: readonly Node[], context: StepContext): readonly Entry[] {
  const seen = new Set<string>()
  return nodes.flatMap((node) => {
    const entry = node.is === 'map' ? readEntryMap(node, context) : readNamed(node, context)
    if (!entry) return []
    if (entry.is === 'field' && isNamed(node, entry.field))
      reportDoubled(entry.field, node, seen, context)
    context.reading.marks.set(entry, node)
    return [entry]
  })
}

/** Under its own name: what a misspelt one means is told already. */
function isNamed(node: Node, field: Field): boolean {
  return askedNames([node]).includes(field.name)
}

function reportDoubled(
  field: Field,
  node: Node,
  seen: Set<string>,
  { reading }: StepContext,
): void {
  if (seen.has(field.name))
    reading.report(
      PROBLEMS.doubledId,
      node,
      `This step asks for "${field.name}" twice.`,
      'Take one away.',
    )
  seen.add(field.name)
}

function readNamed(node: Node, context: StepContext): Entry | undefined {
  const field = findField(node, context)
  return field && { is: 'field', field, readOnly: field.readOnly, ...ownWords(field, context) }
}

function findField(node: Node | undefined, context: StepContext): Field | undefined {
  const { report } = context.reading
  const name = readName(node, 'a field', report)
  if (!node || name === undefined) return undefined
  const { item, fields, unreadable } = context.names
  const found = (item ?? fields).get(name)
  if (!found && !fields.has(name) && unreadable.has(name)) return undefined
  if (found) return checked(found, node, context)
  reportNoField(name, node, context)
  return meantIn(name, item ?? fields)
}

function reportNoField(
  name: string,
  node: Node,
  { names: { item, fields }, reading: { report } }: StepContext,
): void {
  if (item && fields.has(name))
    report(
      PROBLEMS.badRepeat,
      node,
      `"${name}" is not asked for each item: it belongs to the whole journey.`,
      `The parts of an item are: ${[...item.keys()].join(', ')}.`,
    )
  else
    report(
      PROBLEMS.unknownField,
      node,
      `There is no field "${name}".`,
      helpWith(name, (item ?? fields).keys(), 'fields'),
    )
}

function checked(field: Field, node: Node, { reading }: StepContext): Field | undefined {
  if (field.kind !== 'repeat') return field
  const help = 'Ask for it on a step of its own, or with "repeat:" on its steps.'
  reading.report(
    PROBLEMS.badRepeat,
    node,
    `"${field.name}" is a list of items, and cannot stand beside other fields.`,
    help,
  )
  return undefined
}

function readEntryMap(node: Node, context: StepContext): Entry | undefined {
  const { report } = context.reading
  const map = readMap(node, ENTRY_SHAPE, report)
  if (!map) return undefined
  if (map.has('content')) return readContent(map, context)
  const named = map.get('field')
  if (!named) {
    report(
      PROBLEMS.missingKey,
      node,
      'This entry names no field.',
      'Write { field: name } or { content: "…" }.',
    )
    return undefined
  }
  const field = findField(named, context)
  if (!field) return undefined
  const when = map.get('when')
  const title = readPlainWords(map.get('title'), 'the title', context.words)
  const description = readMarkdownWords(
    map.get('description'),
    'the description',
    context.words,
    'line',
  )
  const group = readPlainWords(map.get('group'), 'the group', context.words)
  return {
    is: 'field',
    field,
    ...(when && { when: readCondition(when, context.condition) }),
    ...ownWords(field, context),
    ...(title && { title }),
    ...(description && { description }),
    readOnly: readBoolean(map.get('readOnly'), '"readOnly"', report) ?? field.readOnly,
    ...(group && { group }),
  }
}

function readContent(map: MapReader, context: StepContext): Entry | undefined {
  for (const key of ['field', 'title', 'description', 'readOnly'])
    if (map.has(key))
      context.reading.report(
        PROBLEMS.keysExclude,
        map.keyAt(key),
        `"${key}" cannot stand beside "content".`,
        'Make two entries of it.',
      )
  const content = readMarkdownWords(map.get('content'), 'the content', context.words)
  const when = map.get('when')
  const group = readPlainWords(map.get('group'), 'the group', context.words)
  return (
    content && {
      is: 'content',
      content,
      ...(group && { group }),
      ...(when && { when: readCondition(when, context.condition) }),
    }
  )
}

/** Words in schema.json that hold answers are put into words by the step. */
function ownWords(
  field: Field,
  context: StepContext,
): Pick<Extract<Entry, { is: 'field' }>, 'title' | 'description' | 'said'> {
  const title = context.reading.marks.get(field, 'title')
  const description = context.reading.marks.get(field, 'description')
  const titleWords = isDynamic(title)
    ? readPlainWords(title, 'the title', context.words)
    : undefined
  const hintWords = isDynamic(description)
    ? readMarkdownWords(description, 'the hint', context.words, 'line')
    : undefined
  const said = readSaid(field, context.words, context.reading.marks)
  return {
    ...(titleWords && { title: titleWords }),
    ...(hintWords && { description: hintWords }),
    ...(said.length > 0 && { said: new Map(said) }),
  }
}
