import { PROBLEMS } from './codes.ts'
import type { ProblemKind } from './problem.ts'

/** What is wrong with words, and the passage of them that is. */
export interface MarkdownProblem {
  readonly kind: ProblemKind
  readonly message: string
  readonly help: string
  readonly written?: string
}

/** Elements that authors write; other words in angle brackets may well be meant as they are. */
const ELEMENTS =
  'a|abbr|b|blockquote|br|button|center|code|dd|div|dl|dt|em|font|form|h[1-6]|hr|i|iframe|img|input|label|li|ol|p|pre|script|section|small|span|strong|style|sub|sup|table|tbody|td|th|thead|tr|u|ul|video'
const HTML = new RegExp(`</?(?:${ELEMENTS})(?:\\s[^<>]*)?/?>|<!--`, 'giu')
/** HTML's names of characters, which only Markdown reads. */
const CHARACTER = /&(?:[a-z]{2,8}|#\d{2,5}|#x[\da-f]{2,5});/giu

/** HTML that stands in plain text: people read it as it is written. */
export function htmlIn(text: string): readonly string[] {
  return [...text.matchAll(HTML), ...text.matchAll(CHARACTER)].map(([written]) => written)
}

/** `markdown`: of words in which Markdown has a way to say it. */
export function htmlProblem(written: string, markdown: boolean): MarkdownProblem {
  const help = markdown
    ? 'Write Markdown: **bold**, *slanted*, [words](https://…), a line of its own for a paragraph. Take the rest away.'
    : 'Take it away: these words are shown as they are written.'
  return {
    kind: PROBLEMS.htmlInWords,
    message: `HTML is not read in words: people would see "${written}".`,
    help,
    written,
  }
}
