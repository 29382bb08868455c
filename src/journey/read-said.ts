import type { Field } from '../fields/field.ts'
import type { Words } from './condition.ts'
import type { Marks } from './marks.ts'
import { withoutEscapes } from './placeholders.ts'
import { isDynamic, readMarkdownWords, readPlainWords } from './read-words.ts'
import { type Node, pairOf, type ScalarNode } from './tree.ts'
import type { WordsContext } from './words-context.ts'

/** Words of a schema in which answers stand, by what the field holds in their place. */
export type Said = ReadonlyMap<string, Words>

/** What the engine knows of a mistake: {limit} of `maximum`, say. */
const OF_A_MISTAKE = ['limit', 'other', 'parts', 'part'] as const
/** Words of a field's own that a page says. */
const OF_A_FIELD = ['short', 'prefix', 'suffix'] as const
/** Words of a list of items that its pages say. */
const OF_A_LIST = ['listTitle', 'another', 'empty'] as const

/** The words of a field, its options and its parts that hold answers; its title and hint are the entry's. */
export function readSaid(
  field: Field,
  context: WordsContext,
  marks: Marks,
  isPart = false,
): [string, Words][] {
  const node = marks.get(field)
  const files = ['file', 'files'].includes(field.kind) ? ['name'] : []
  const engine = new Set([...context.names.engine, ...OF_A_MISTAKE, ...files])
  const ofMistakes = { ...context, names: { ...context.names, engine } }
  const own = isPart ? pairOf(node, 'title')?.value : undefined
  return [
    ...plain([own], context),
    ...(isPart ? hintOf(field, pairOf(node, 'description')?.value, context) : []),
    ...plain(valuesOf(pairOf(node, 'errorMessage')?.value), ofMistakes),
    ...plain(wordsOfOptions(node), context),
    ...plain(
      OF_A_FIELD.map((key) => pairOf(pairOf(node, 'field')?.value, key)?.value),
      context,
    ),
    ...[...field.parts, ...(field.item ? [field.item] : [])].flatMap((part) =>
      readSaid(part, context, marks, true),
    ),
  ]
}

/** The words of the lists of items that hold answers. */
export function readSaidOfLists(
  fields: Iterable<Field>,
  context: WordsContext,
  marks: Marks,
): [string, Words][] {
  return [...fields].flatMap((field) => {
    const node = pairOf(marks.get(field), 'field')?.value
    return plain(
      OF_A_LIST.map((key) => pairOf(node, key)?.value),
      context,
    )
  })
}

/** Words of these nodes that hold answers, by what is kept in their place. */
export function plain(
  nodes: readonly (Node | undefined)[],
  context: WordsContext,
): [string, Words][] {
  return nodes.filter(isDynamic).flatMap((node): [string, Words][] => {
    const words = readPlainWords(node, 'these words', context)
    return words ? [[withoutEscapes(textOf(node)), words]] : []
  })
}

function hintOf({ hint }: Field, node: Node | undefined, context: WordsContext): [string, Words][] {
  const words = isDynamic(node) && readMarkdownWords(node, 'the hint', context, 'line')
  return words && hint !== undefined ? [[hint, words]] : []
}

function wordsOfOptions(node: Node | undefined): readonly (Node | undefined)[] {
  const options = pairOf(node, 'oneOf') ?? pairOf(pairOf(node, 'items')?.value, 'oneOf')
  const list = options?.value.is === 'list' ? options.value.items : []
  return list.flatMap((option) => ['title', 'description'].map((key) => pairOf(option, key)?.value))
}

export function valuesOf(node: Node | undefined): readonly Node[] {
  return node?.is === 'map' ? node.pairs.map(({ value }) => value) : []
}

function textOf({ value }: ScalarNode): string {
  return String(value)
}
