import MarkdownIt from 'markdown-it'
import type StateCore from 'markdown-it/lib/rules_core/state_core.mjs'
import type Token from 'markdown-it/lib/token.mjs'
import { PROBLEMS } from './codes.ts'
import { htmlIn, htmlProblem, type MarkdownProblem } from './html-in-words.ts'
import { addContainers, OWN_MARKUP } from './markdown-containers.ts'
import { textOfTokens } from './markdown-text.ts'
import { leftOver } from './unread-markdown.ts'

/** `page`: with govuk-frontend's classes. `plain`: without, for emails. `line`: one line of words, no links. */
export type MarkdownStyle = 'page' | 'plain' | 'line'

export interface Rendered {
  readonly html: string
  /** The words alone, links as "label: address". */
  readonly text: string
  /** Addresses of links. */
  readonly addresses: readonly string[]
  /** What is wrong with it, in words. */
  readonly problems: readonly MarkdownProblem[]
}

let problems: MarkdownProblem[] = []
const onProblem = (message: string, help: string, written?: string) => {
  problems.push({ kind: PROBLEMS.badMarkdown, message, help, ...(written && { written }) })
}
/** One for all styles: each would compile its own patterns, of 200 kB. */
const MARKDOWN = createRenderer()

/** Renders an author's Markdown: no raw HTML, links to http, https, mailto, tel and paths only (R-WEB-07). */
export function renderMarkdown(source: string, style: MarkdownStyle): Rendered {
  problems = []
  const env = { style }
  const tokens = style === 'line' ? MARKDOWN.parseInline(source, env) : MARKDOWN.parse(source, env)
  const addresses = addressesIn(tokens)
  if (style === 'line') {
    if (/\n/u.test(source.trim()))
      onProblem('It must be one line.', 'Put what does not fit into the content of the step.')
    if (addresses.length > 0)
      onProblem(
        'It cannot hold links or pictures: people hear it as part of the question.',
        'Put them into the content of the step.',
      )
  }
  noteStray(tokens, source)
  const html = MARKDOWN.renderer.render(tokens, MARKDOWN.options, env).trim()
  return { html, text: textOfTokens(tokens), addresses, problems: once(problems) }
}

/** Rendered words that say in which language they are, where they do not speak that of their page (WCAG 3.1.2). */
export function inItsLanguage(
  html: string,
  language: string | undefined,
  style: MarkdownStyle,
): string {
  if (language === undefined) return html
  const name = style === 'line' ? 'span' : 'div'
  return `<${name} lang="${language}">${html}</${name}>`
}

function createRenderer(): MarkdownIt {
  const markdown = new MarkdownIt('default', { html: false, linkify: false, typographer: false })
  markdown.validateLink = (address) => {
    const isSafe = isSafeAddress(address)
    if (!isSafe)
      onProblem(
        `The address "${address}" is not http, https, mailto, tel or a path.`,
        'Begin it with "https://", "mailto:", "tel:" or "/".',
        address,
      )
    return isSafe
  }
  addContainers(markdown, onProblem)
  markdown.renderer.rules[OWN_MARKUP] = (tokens, index) => tokens[index]?.content ?? ''
  markdown.core.ruler.after('block', 'heading-levels', orderHeadings)
  markdown.core.ruler.push('classes', addClasses)
  return markdown
}

/** What is shown as it is written, and was meant as markup. */
function noteStray(tokens: readonly Token[], source: string): void {
  for (const { type, content } of allTokens(tokens)) {
    if (type === 'inline' && /^:::[^\S\n]*$/mu.test(content))
      onProblem('This ":::" closes nothing.', 'Take it away, or open it with "::: inset".', ':::')
    // What was escaped is meant to be read so.
    const html = type === 'text' ? htmlIn(content).filter((one) => isWritten(one, source)) : []
    for (const one of html) problems.push(htmlProblem(one, true))
    const left = type === 'text' ? leftOver(content) : []
    problems.push(...left.filter(({ written = '' }) => isWritten(written, source)))
  }
}

function isWritten(html: string, source: string): boolean {
  const at = source.indexOf(html)
  return at >= 0 && source[at - 1] !== '\\'
}

function once(found: readonly MarkdownProblem[]): readonly MarkdownProblem[] {
  const seen = new Set<string>()
  return found.filter((one) => {
    const key = JSON.stringify(one)
    return !seen.has(key) && seen.add(key)
  })
}

function isSafeAddress(address: string): boolean {
  const text = address.trim()
  if (/^[a-z][a-z0-9+.-]*:/iu.test(text)) return /^(?:https?|mailto|tel):/iu.test(text)
  return !/^[/\\]{2}/u.test(text)
}

/** The page has its h1: headings of words begin at h2 and leave no level out (WCAG 1.3.1). */
function orderHeadings(state: StateCore): void {
  const open: number[] = []
  for (const token of state.tokens) {
    if (token.type !== 'heading_open' && token.type !== 'heading_close') continue
    const written = Number(token.tag.slice(1))
    if (token.type === 'heading_open') {
      while ((open.at(-1) ?? 0) >= written) open.pop()
      open.push(written)
    }
    token.tag = `h${Math.min(6, open.length + 1)}`
  }
}

const CLASSES: Readonly<Record<string, string>> = {
  p: 'govuk-body',
  a: 'govuk-link',
  h2: 'govuk-heading-m',
  h3: 'govuk-heading-s',
  h4: 'govuk-heading-s',
  h5: 'govuk-heading-s',
  h6: 'govuk-heading-s',
  ul: 'govuk-list govuk-list--bullet',
  ol: 'govuk-list govuk-list--number',
  blockquote: 'govuk-inset-text',
  hr: 'govuk-section-break govuk-section-break--l govuk-section-break--visible',
  table: 'govuk-table',
  thead: 'govuk-table__head',
  tbody: 'govuk-table__body',
  tr: 'govuk-table__row',
  th: 'govuk-table__header',
  td: 'govuk-table__cell',
}

function addClasses(state: StateCore): void {
  if (state.env.style !== 'page') return
  for (const token of allTokens(state.tokens)) {
    const name = token.nesting >= 0 ? CLASSES[token.tag] : undefined
    if (name) token.attrJoin('class', name)
    if (token.type === 'th_open') token.attrSet('scope', 'col')
    alignByClass(token)
  }
}

/** Markdown aligns a table's column by a style on each cell, which the pages' policy does not let through (R-WEB-03). */
function alignByClass(token: Token): void {
  const style = token.attrGet('style')
  if (style === null) return
  token.attrs = (token.attrs ?? []).filter(([name]) => name !== 'style')
  if (style.includes('right')) token.attrJoin('class', `${CLASSES[token.tag]}--numeric`)
}

function allTokens(tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap((token) => [token, ...allTokens(token.children ?? [])])
}

function addressesIn(tokens: readonly Token[]): readonly string[] {
  return allTokens(tokens).flatMap((token) => {
    if (token.type === 'image') return [token.attrGet('src') ?? '']
    return token.type === 'link_open' ? [token.attrGet('href') ?? ''] : []
  })
}
