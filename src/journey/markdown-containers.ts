import type MarkdownIt from 'markdown-it'
import type StateBlock from 'markdown-it/lib/rules_block/state_block.mjs'
import { helpWith } from './nearest.ts'

/** `written`: the line that it is about. */
export type OnProblem = (message: string, help: string, written?: string) => void

const OPEN = /^:::\s*(\S+)?\s*(.*)$/u

/** `::: details Title`, `::: inset` and `::: warning`, up to a line of `:::`, as govuk-frontend's components. */
export function addContainers(markdown: MarkdownIt, onProblem: OnProblem): void {
  markdown.block.ruler.before(
    'fence',
    'container',
    (state, startLine, endLine, silent) => {
      const match = OPEN.exec(lineAt(state, startLine))
      if (!match?.[1]) return false
      if (silent) return true
      readContainer(
        state,
        { name: match[1], title: match[2]?.trim() ?? '', startLine, endLine },
        onProblem,
      )
      return true
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  )
}

interface Container {
  readonly name: string
  readonly title: string
  readonly startLine: number
  readonly endLine: number
}

function readContainer(state: StateBlock, container: Container, onProblem: OnProblem): void {
  const { name, title, startLine, endLine } = container
  let close = startLine + 1
  while (close < endLine && !/^:::\s*$/u.test(lineAt(state, close))) close += 1
  const written = lineAt(state, startLine).trimEnd()
  if (close >= endLine)
    onProblem(
      `"::: ${name}" is not closed.`,
      'Write a line of ":::", and nothing else, where it ends.',
      written,
    )
  const wrong = wrongOpening(container)
  if (wrong) onProblem(wrong.message, wrong.help, written)
  const [before, after] = WRAPS[name]?.(state.md.renderInline(title, state.env)) ?? ['', '']
  pushHtml(state, before)
  const { lineMax } = state
  const from = state.tokens.length
  state.lineMax = close
  state.md.block.tokenize(state, startLine + 1, close)
  state.lineMax = lineMax
  if (name === 'warning') hideParagraphs(state, from)
  pushHtml(state, after)
  state.line = Math.min(close + 1, endLine)
}

function wrongOpening({
  name,
  title,
}: Container): { readonly message: string; readonly help: string } | undefined {
  if (name.startsWith(':'))
    return { message: 'A box begins with three colons.', help: 'Write "::: inset".' }
  if (!Object.hasOwn(WRAPS, name))
    return {
      message: `There is no "::: ${name}".`,
      help: helpWith(
        `::: ${name}`,
        Object.keys(WRAPS).map((one) => `::: ${one}`),
        'boxes',
      ),
    }
  if (name === 'details' && title === '')
    return {
      message: '"::: details" has no title behind it.',
      help: 'Write what people press to open it: "::: details Help with this".',
    }
  if (name === 'details' || title === '') return undefined
  return {
    message: `Words stand behind "::: ${name}", where they are not shown.`,
    help: 'Put them on the next line.',
  }
}

/** A warning's words are bold by themselves: paragraphs cannot stand in them. */
function hideParagraphs(state: StateBlock, from: number): void {
  for (const token of state.tokens.slice(from))
    if (token.type.startsWith('paragraph')) token.hidden = true
}

const WRAPS: Readonly<Record<string, (title: string) => readonly [string, string]>> = {
  details: (title) => [
    `<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">${title}</span></summary><div class="govuk-details__text">\n`,
    '</div></details>\n',
  ],
  inset: () => ['<div class="govuk-inset-text">\n', '</div>\n'],
  warning: () => [
    '<div class="govuk-warning-text"><span class="govuk-warning-text__icon" aria-hidden="true">!</span><strong class="govuk-warning-text__text"><span class="govuk-visually-hidden">Warning</span> ',
    '</strong></div>\n',
  ],
}

/** Our own markup: a token that is rendered as it is, and says nothing in plain text. */
export const OWN_MARKUP = 'own_markup'

function pushHtml(state: StateBlock, html: string): void {
  const token = state.push(OWN_MARKUP, '', 0)
  token.content = html
  token.block = true
}

function lineAt(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line])
}
