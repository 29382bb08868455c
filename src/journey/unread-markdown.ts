import { PROBLEMS } from './codes.ts'
import type { MarkdownProblem } from './html-in-words.ts'

/** Stars at the edge of a word; those with blanks around them may well be meant as they are. */
const STARS = /\*\*(?=[^\s*])|(?<=[^\s*])\*\*/u
const LINK = /\[[^\]\n]+\]\((?=[/#]|https?:|mailto:|tel:)[^)\s]*\)/u
/** Nothing closes its address. */
const OPEN_LINK = /\[[^\]\n]+\]\((?=[/#]|https?:|mailto:|tel:)[^)\s]*(?=\s|$)/u
const MARKED = /\*\*[^\s*](?:[^*\n]*[^\s*])?\*\*/u

/** What is left of Markdown where it was read: it is not closed. */
export function leftOver(text: string): readonly MarkdownProblem[] {
  return found(text, [STARS, OPEN_LINK]).map((written) =>
    problem(written, 'Close it, or write a backslash before it if it is meant as it is.'),
  )
}

/** Markdown in words that are shown as they are written. */
export function markdownIn(text: string): readonly MarkdownProblem[] {
  return found(text, [MARKED, LINK]).map((written) =>
    problem(written, 'Take it away: these words are shown as they are written.'),
  )
}

function found(text: string, patterns: readonly RegExp[]): readonly string[] {
  return patterns.flatMap((pattern) => pattern.exec(text)?.[0] ?? [])
}

function problem(written: string, help: string): MarkdownProblem {
  const message = `Markdown is not read here: people would see "${written}".`
  return { kind: PROBLEMS.unreadMarkdown, message, help, written }
}
