import { PROBLEMS } from './codes.ts'
import type { Operand, Words } from './condition.ts'
import { inItsLanguage, type MarkdownStyle, renderMarkdown } from './markdown.ts'
import { reportUnasked, resolveName } from './names.ts'
import {
  hasPlaceholders,
  type Placeholder,
  splitPlaceholders,
  withoutEscapes,
} from './placeholders.ts'
import type { Report } from './problem.ts'
import { readCondition } from './read-condition.ts'
import { isListOfMaps, readMap } from './read-map.ts'
import { readText } from './read-scalar.ts'
import { reportHtml, reportRendered, spotsIn } from './report-markdown.ts'
import { type ListNode, type Node, pairOf, type ScalarNode, type Spot } from './tree.ts'
import { blockAt, namedBy, withBlocks } from './word-blocks.ts'
import type { WordsContext, WrittenText } from './words-context.ts'

/** Words of a title, label or message: plain text with answers in it. `what` is for problems: "the title". */
export function readPlainWords(
  node: Node | undefined,
  what: string,
  context: WordsContext,
): Words | undefined {
  return readWords(node, { what, needed: true, render: plainWords }, context)
}

/** Words of a content: Markdown with answers in it, which are put in after it is rendered. */
export function readMarkdownWords(
  node: Node | undefined,
  what: string,
  context: WordsContext,
  style: MarkdownStyle = 'page',
): Words | undefined {
  const render = (found: WrittenText) => renderWords(found, style, context).html
  return readWords(node, { what, needed: false, render }, context)
}

interface WordsRule {
  readonly what: string
  /** Something must be said, whatever was answered. */
  readonly needed: boolean
  render(found: WrittenText, context: WordsContext): Words
}

/** One text, a block of `words:`, or a list `[{ when, text }, { text }]` of such. */
function readWords(
  node: Node | undefined,
  rule: WordsRule,
  context: WordsContext,
  depth = 0,
): Words | undefined {
  const at = blockAt(node, context)
  if (!at) return undefined
  if (isListOfMaps(at) && context.condition && depth === 0) return readChoices(at, rule, context)
  const text = readText(at, rule.what, context.report)
  if (text === undefined) return undefined
  const language = at.is === 'scalar' ? at.language : undefined
  const found = { text, at, ...(language !== undefined && { language }) }
  return rule.render(withBlocks(found, context, namedBy(node)), context)
}

export const CHOICE_SHAPE = { keys: ['when', 'text'], required: ['text'] } as const

function readChoices(list: ListNode, rule: WordsRule, context: WordsContext): Words | undefined {
  const { report, condition } = context
  if (!condition) return undefined
  const choices = list.items.flatMap((item) => {
    const map = readMap(item, { ...CHOICE_SHAPE, what: `an entry of ${rule.what}` }, report)
    const when = map?.get('when')
    const words = readWords(map?.get('text'), rule, context, 1)
    if (!words) return []
    return [{ ...(when && { when: readCondition(when, condition) }), words }]
  })
  reportGaps(list, rule, report)
  const format = choices[0]?.words.format ?? 'text'
  return choices.length === 0 ? undefined : { format, parts: [], choices }
}

/** Words that are never said, and places where nothing may be said. */
function reportGaps(list: ListNode, { what, needed }: WordsRule, report: Report): void {
  const open = list.items.findIndex((item) => !pairOf(item, 'when'))
  const next = open < 0 ? undefined : list.items[open + 1]
  if (next) {
    const help = 'Put the entry without "when" last.'
    report(
      PROBLEMS.neverSaid,
      next,
      'These words are never said: the entry before has no "when".',
      help,
    )
  }
  if (open < 0 && needed) {
    const message = `Where none of these conditions holds, ${what} has no words.`
    report(PROBLEMS.maybeNoWords, list, message, 'End the list with an entry without "when".')
  }
}

function plainWords(found: WrittenText, context: WordsContext): Words {
  reportHtml(found.text, found.at, context.report)
  const { pieces } = split(found, context)
  return {
    format: 'text',
    parts: pieces.map((piece) => (typeof piece === 'string' ? piece : piece.operand)),
  }
}

/** Words that are the same for everybody: an answer in them would be shown as it is written. */
export function readStillWords(
  node: Node | undefined,
  what: string,
  report: Report,
): string | undefined {
  if (isDynamic(node))
    report(
      PROBLEMS.strayBrace,
      node,
      `No answers stand in ${what}: the braces are shown as they are.`,
      'Take them away.',
    )
  const text = readText(node, what, report)
  return text === undefined ? undefined : withoutEscapes(text)
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
  reportRendered(rendered, operands, mark, found.at, context)
  const wordsOf = (text: string, format: Words['format']): Words => ({
    format,
    parts: text
      .split(new RegExp(`${mark}(\\d+)${mark}`, 'u'))
      .map((part, index) => (index % 2 === 0 ? part : (operands[Number(part)] as Operand)))
      .filter((part) => part !== ''),
  })
  const html = inItsLanguage(rendered.html, found.language, style)
  return { html: wordsOf(html, 'html'), text: wordsOf(rendered.text, 'text') }
}

function split(found: WrittenText, context: WordsContext) {
  const { text, at } = found
  const { pieces, stray } = splitPlaceholders(text)
  const spots = spotsIn(at)
  for (const offset of stray) {
    const written = /^\{?[^{}\n]*\}|^\{[\w.-]*/u.exec(text.slice(offset))?.[0] ?? '{'
    const brace = written.startsWith('{')
      ? `Write "{${written}" if a brace is meant, or one`
      : 'Take the brace away, or write one'
    const help = `${brace} name without blanks between two braces.`
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
  if (found.operand.from === 'answer' && found.field && names.engine.has(name))
    report(
      PROBLEMS.twoMeanings,
      at,
      `"{${name}}" is an answer here, and not what the engine gives by that name.`,
      'Give the field another name, to tell the two apart.',
    )
  if (found.field?.secret)
    report(
      PROBLEMS.secretInWords,
      at,
      `"${name}" is a secret, and cannot be put into words.`,
      'Take it out of the words.',
    )
  return found.operand
}

function unusedMark(text: string): string {
  let mark = 'xqz'
  while (text.includes(mark)) mark += 'q'
  return mark
}

/** Whether words hold answers. */
export function isDynamic(node: Node | undefined): node is ScalarNode {
  return node?.is === 'scalar' && typeof node.value === 'string' && hasPlaceholders(node.value)
}
