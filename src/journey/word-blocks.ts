import { PROBLEMS } from './codes.ts'
import { helpWith } from './nearest.ts'
import type { Report } from './problem.ts'
import { isListOfMaps } from './read-map.ts'
import { spotsIn } from './report-markdown.ts'
import type { Node, Spot } from './tree.ts'
import type { WordsContext, WrittenText } from './words-context.ts'

const NAMED = /\$words\.(\w+(?:-\w+)*)/u

/** Words with the blocks of `words:` that `$words.<name>` stands for in them. `inside`: the blocks in which they stand. */
export function withBlocks(
  found: WrittenText,
  context: WordsContext,
  inside: readonly string[] = [],
): WrittenText {
  const named = new RegExp(NAMED, 'gu')
  const spots = spotsIn(found.at)
  const text = found.text.replace(named, (whole: string, name: string) =>
    textOfBlock(name, spots(whole), context, inside),
  )
  return { ...found, text }
}

function textOfBlock(
  name: string,
  at: Spot,
  context: WordsContext,
  inside: readonly string[],
): string {
  const { blocks, report } = context
  const block = blocks.get(name)
  if (!block) reportUnknown(name, at, context)
  else if (inside.includes(name)) reportCircle(name, at, report)
  else if (isListOfMaps(block))
    report(
      PROBLEMS.wrongValue,
      at,
      `"$words.${name}" is a list of words, and stands for them only where nothing else is written.`,
      'Write it alone, or write the words out here.',
    )
  else if (block.is === 'scalar' && typeof block.value === 'string') {
    const text = block.value.trimEnd()
    return withBlocks({ text, at: block }, context, [...inside, name]).text
  }
  return ''
}

function reportUnknown(name: string, at: Spot, { blocks, report }: WordsContext): void {
  const help = helpWith(name, blocks.keys(), 'words')
  report(PROBLEMS.unknownWords, at, `There are no words "${name}" in "words:".`, help)
}

function reportCircle(name: string, at: Spot, report: Report): void {
  report(
    PROBLEMS.wrongValue,
    at,
    `The words "${name}" stand for themselves: they would never end.`,
    'Write the words out here.',
  )
}

/** The block that a node names by `$words.<name>`, where it is nothing else. */
export function namedBy(node: Node | undefined): readonly string[] {
  const text = node?.is === 'scalar' && typeof node.value === 'string' ? node.value : ''
  const [whole, name] = NAMED.exec(text) ?? []
  return name !== undefined && whole === text ? [name] : []
}

/** The node itself, or that of the block of `words:` which `$words.<name>` names. */
export function blockAt(
  node: Node | undefined,
  context: WordsContext,
  inside: readonly string[] = [],
): Node | undefined {
  const [name] = namedBy(node)
  if (!node || name === undefined) return node
  const found = context.blocks.get(name)
  if (found && !inside.includes(name)) return blockAt(found, context, [...inside, name])
  if (found) reportCircle(name, node, context.report)
  else reportUnknown(name, node, context)
  return undefined
}
