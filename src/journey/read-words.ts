import { PROBLEMS } from './codes.ts'
import type { Operand, Words } from './condition.ts'
import { type MarkdownStyle, type Rendered, renderMarkdown } from './markdown.ts'
import { type Names, reportUnasked, resolveName } from './names.ts'
import { helpWith } from './nearest.ts'
import { hasPlaceholders, type Placeholder, splitPlaceholders } from './placeholders.ts'
import type { Report } from './problem.ts'
import { readText } from './read-scalar.ts'
import type { Node, ScalarNode, Spot } from './tree.ts'

/** What words are read with. */
export interface WordsContext {
  readonly names: Names
  readonly report: Report
  /** The blocks of the top level's `words:`. */
  readonly blocks: ReadonlyMap<string, Node>
}

/** Words of a title, label or message: plain text with answers in it. `what` is for problems: "the title". */
export function readPlainWords(
  node: Node | undefined,
  what: string,
  context: WordsContext,
): Words | undefined {
  const found = wordsAt(node, what, context)
  if (!found) return undefined
  const { pieces } = split(found, context)
  return {
    format: 'text',
    parts: pieces.map((piece) => (typeof piece === 'string' ? piece : piece.operand)),
  }
}

/** Words of a content: Markdown with answers in it, which are put in after it is rendered. */
export function readMarkdownWords(
  node: Node | undefined,
  what: string,
  context: WordsContext,
  style: MarkdownStyle = 'page',
): Words | undefined {
  const found = wordsAt(node, what, context)
  return found && renderWords(found, style, context).html
}

export interface WrittenText {
  readonly text: string
  /** Where it stands; placeholders are looked for in it. */
  readonly at: Spot
}

/** Markdown as HTML and as plain text, with answers in both. */
export function renderWords(
  found: WrittenText,
  style: MarkdownStyle,
  context: WordsContext,
): { readonly html: Words; readonly text: Words } {
  const { pieces } = split(found, context)
  const mark = unusedMark(found.text)
  const operands: Operand[] = []
  const source = pieces
    .map((piece) =>
      typeof piece === 'string' ? piece : `${mark}${operands.push(piece.operand) - 1}${mark}`,
    )
    .join('')
  const rendered = renderMarkdown(source, style)
  reportRendered(rendered, operands, mark, found.at, context.report)
  const wordsOf = (text: string, format: Words['format']): Words => ({
    format,
    parts: text
      .split(new RegExp(`${mark}(\\d+)${mark}`, 'u'))
      .map((part, index) => (index % 2 === 0 ? part : (operands[Number(part)] as Operand)))
      .filter((part) => part !== ''),
  })
  return { html: wordsOf(rendered.html, 'html'), text: wordsOf(rendered.text, 'text') }
}

function wordsAt(
  node: Node | undefined,
  what: string,
  context: WordsContext,
): WrittenText | undefined {
  const text = readText(node, what, context.report)
  if (!node || text === undefined) return undefined
  const block = /^\$words\.([\w-]+)$/u.exec(text)?.[1]
  if (block === undefined) return { text, at: node }
  const found = context.blocks.get(block)
  if (!found) {
    const help = helpWith(block, context.blocks.keys(), 'words')
    context.report(PROBLEMS.unknownWords, node, `There are no words "${block}" in "words:".`, help)
    return undefined
  }
  const words = readText(found, `the words "${block}"`, context.report)
  return words === undefined ? undefined : { text: words, at: found }
}

function split(found: WrittenText, context: WordsContext) {
  const { text, at } = found
  const { pieces, stray } = splitPlaceholders(text)
  const spots = placeholderSpots(at)
  for (const offset of stray) {
    const written = /^\{[^}]*\}/u.exec(text.slice(offset))?.[0] ?? '{'
    const help = `Write "{${written}" if a brace is meant, or one name without blanks between the braces.`
    context.report(
      PROBLEMS.strayBrace,
      spots(written),
      `"${written}" names no answer, and is shown as it is.`,
      help,
    )
  }
  const resolved = pieces.map((piece) =>
    typeof piece === 'string'
      ? piece
      : { operand: operandOf(piece, spots(`{${piece.name}}`), context) },
  )
  return { pieces: resolved }
}

function operandOf({ name }: Placeholder, at: Spot, { names, report }: WordsContext): Operand {
  const found = resolveName(name, names, 'words')
  if ('problem' in found) {
    report(found.problem, at, found.message, found.help)
    return { from: 'literal', value: '' }
  }
  reportUnasked(found.operand, at, names, report)
  if (found.field?.secret)
    report(
      PROBLEMS.secretInWords,
      at,
      `"${name}" is a secret, and cannot be put into words.`,
      'Take it out of the words.',
    )
  return found.operand
}

/** Finds placeholders in a file's own text, one after the other. */
function placeholderSpots(at: Spot): (written: string) => Spot {
  const from = new Map<string, number>()
  return (written) => {
    const start = at.source.text.indexOf(written, from.get(written) ?? at.start)
    if (start < 0 || start >= at.end) return at
    from.set(written, start + 1)
    return { source: at.source, start, end: start + written.length }
  }
}

function unusedMark(text: string): string {
  let mark = 'xqz'
  while (text.includes(mark)) mark += 'q'
  return mark
}

function reportRendered(
  rendered: Rendered,
  operands: readonly Operand[],
  mark: string,
  at: Spot,
  report: Report,
): void {
  for (const problem of rendered.problems) report(PROBLEMS.badMarkdown, at, `${problem}.`)
  const first = new RegExp(`^(.*?)${mark}(\\d+)${mark}`, 'u')
  for (const address of rendered.addresses) {
    const [, before = '', index] = first.exec(address) ?? []
    const operand = index === undefined ? undefined : operands[Number(index)]
    if (!operand || operand.from === 'engine' || operand.from === 'config' || isSafeStart(before))
      continue
    const help =
      'Begin the address with words of your own, like "https://www.example.gov.uk/" or "/page?".'
    report(
      PROBLEMS.unsafeLink,
      at,
      'The address of a link cannot begin with an answer: it could lead anywhere.',
      help,
    )
  }
}

/** What stands before an answer fixes where the link leads. */
function isSafeStart(before: string): boolean {
  return /^(?:https?:\/\/[^/]+\/|\/\w|mailto:|tel:|#|\?)/iu.test(before)
}

/** Whether words hold answers. */
export function isDynamic(node: Node | undefined): node is ScalarNode {
  return node?.is === 'scalar' && typeof node.value === 'string' && hasPlaceholders(node.value)
}
