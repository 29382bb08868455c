import { PROBLEMS } from './codes.ts'
import type { Operand } from './condition.ts'
import { htmlIn, htmlProblem } from './html-in-words.ts'
import type { Rendered } from './markdown.ts'
import type { Report } from './problem.ts'
import { type SitePaths, type WrongPath, wrongPath } from './site-paths.ts'
import type { Node, Spot } from './tree.ts'
import { markdownIn } from './unread-markdown.ts'

/** What Markdown is looked at with. */
export interface MarkdownContext {
  readonly report: Report
  /** Where links may lead; absent: nobody can tell. */
  readonly paths?: SitePaths | undefined
  /** Whose boxes links on the page may lead to. */
  readonly names?: { readonly fields: ReadonlyMap<string, unknown> }
  /** On whose pages the words stand. */
  readonly journey?: string
  /** They leave the site: a path alone leads nowhere from there. */
  readonly inMessage?: boolean
}

/** What is wrong with Markdown as it was rendered. `operands`: what is put in, each at its number between two of `mark`. */
export function reportRendered(
  rendered: Rendered,
  operands: readonly Operand[],
  mark: string,
  at: Spot,
  context: MarkdownContext,
): void {
  const { report } = context
  reportMarkdown(rendered, mark, at, context)
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

/** What is wrong with the Markdown itself, and links that lead nowhere. */
function reportMarkdown(
  rendered: Rendered,
  mark: string,
  at: Spot,
  context: MarkdownContext,
): void {
  const { report } = context
  const spots = spotsIn(at)
  for (const { kind, message, help, written } of rendered.problems)
    report(kind, written === undefined ? at : spots(written), message, help)
  for (const address of new Set(rendered.addresses)) {
    const wrong = wrongAddress(address, mark, context)
    if (wrong) report(wrong.kind, spotsIn(at)(address), wrong.message, wrong.help)
  }
}

function wrongAddress(
  address: string,
  mark: string,
  context: MarkdownContext,
): WrongPath | undefined {
  const { paths, journey, inMessage } = context
  if (inMessage && /^\/(?![/\\])/u.test(address)) {
    const message = `"${address}" leads nowhere from a message: it has no page that it stands on.`
    const help = 'Write the whole address, with "https://", or {link}.'
    return { kind: PROBLEMS.deadLink, message, help }
  }
  if (/^#./u.test(address)) return wrongPlace(address.slice(1), mark, context)
  return wrongPath(address, paths, { mark, ...(journey !== undefined && { journey }) })
}

/** A place on the same page: only its boxes and its main part have names. */
function wrongPlace(
  place: string,
  mark: string,
  { paths, names }: MarkdownContext,
): WrongPath | undefined {
  const [name = ''] = place.split(/[^A-Za-z0-9]/u)
  const isThere = ['main-content', 'top'].includes(place) || names?.fields.has(name)
  if (!paths || isThere || place.includes(mark)) return undefined
  const message = `Nothing on this page is called "${place}".`
  const help = 'Headings in words have no names that links could lead to: take the link away.'
  return { kind: PROBLEMS.deadLink, message, help }
}

/** What stands before an answer fixes where the link leads. */
function isSafeStart(before: string): boolean {
  return /^(?:https?:\/\/[^/]+\/|\/\w|mailto:|tel:|#|\?)/iu.test(before)
}

/** HTML, and Markdown, in words that are shown as they are written. */
export function reportHtml(text: string, at: Spot, report: Report): void {
  const spots = spotsIn(at)
  const html = htmlIn(text).map((written) => htmlProblem(written, false))
  for (const { kind, message, help, written = '' } of [...html, ...markdownIn(text)])
    report(kind, spots(written), message, help)
}

/** The same in all texts of a node. */
export function reportHtmlIn(node: Node, report: Report): void {
  if (node.is === 'list') for (const item of node.items) reportHtmlIn(item, report)
  else if (node.is === 'map') for (const { value } of node.pairs) reportHtmlIn(value, report)
  else if (typeof node.value === 'string') reportHtml(node.value, node, report)
}

/** Finds passages of words in a file's own text, one after the other. */
export function spotsIn(at: Spot): (written: string) => Spot {
  const from = new Map<string, number>()
  return (written) => {
    const start = at.source.text.indexOf(written, from.get(written) ?? at.start)
    if (start < 0 || start >= at.end) return at
    from.set(written, start + 1)
    return { source: at.source, start, end: start + written.length }
  }
}
