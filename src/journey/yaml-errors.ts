import { PROBLEMS } from './codes.ts'
import { type OddCharacter, oddInYaml } from './odd-characters.ts'
import { openBracketBefore } from './open-bracket.ts'
import type { Report } from './problem.ts'
import { quoted } from './quoted.ts'
import type { Source } from './tree.ts'

/** An error of the YAML parser: its code, and where it stumbled. */
export interface YamlError {
  readonly code: string
  readonly pos: readonly [number, number]
}

/** Words in which YAML saw marks of its own. */
interface Trap {
  readonly start: number
  readonly words: string
  readonly message: string
}

/**
 * Reports a syntax error in a sentence that says what to do about it. Where words only want quotes, answers the text
 * with letters in their place, so that reading can go on: nothing else moves.
 */
export function reportYamlError(
  source: Source,
  text: string,
  { code, pos }: YamlError,
  report: Report,
): string | undefined {
  const odd = oddAt(text, pos[0]) ?? slipAt(text, code, pos[0])
  if (odd) {
    const { at, message, help } = odd
    report(PROBLEMS.syntax, { source, start: at, end: at + 1 }, message, help)
    return undefined
  }
  const trap = trapAt(text, code, pos[0])
  if (!trap) {
    const value = valueAt(text, pos[0])
    const help =
      HELP[code] ??
      (value ? `If these are words, put quotes around them: ${quoted(value.words)}` : BRACKETS)
    const spot = { source, start: pos[0], end: pos[1] }
    report(PROBLEMS.syntax, spot, SENTENCES[code] ?? 'This cannot be read as YAML.', help)
    return undefined
  }
  const end = trap.start + trap.words.length
  const written = source.text.slice(trap.start, end)
  report(
    PROBLEMS.needsQuotes,
    { source, start: trap.start, end },
    trap.message,
    `Put quotes around it: ${quoted(written)}`,
  )
  return `${text.slice(0, trap.start)}${'x'.repeat(trap.words.length)}${text.slice(end)}`
}

function oddAt(text: string, at: number): OddCharacter | undefined {
  const start = text.lastIndexOf('\n', at - 1) + 1
  const line = /^[^\r\n]*/u.exec(text.slice(start))?.[0] ?? ''
  return oddInYaml(line, start)
}

/** Slips whose place and remedy are known better than the parser tells. */
function slipAt(text: string, code: string, at: number): OddCharacter | undefined {
  const lone = /\r(?!\n)/u.exec(text)?.index
  if (lone !== undefined && !text.includes('\n'))
    return {
      at: 0,
      message: 'The lines of this file end in a way that is not read (CR alone).',
      help: 'Save it with the line ends "LF".',
    }
  const open = code === 'BAD_INDENT' ? openBracketBefore(text, at) : undefined
  if (open) return open
  const value = valueAt(text, at)
  if (!value) return undefined
  const { start, words } = value
  const comma = /^[[{]/u.test(words) ? /,\s*(?=,)/u.exec(words)?.index : undefined
  if (comma !== undefined)
    return {
      at: start + comma,
      message: 'Nothing stands between two commas here.',
      help: 'Take one of them away.',
    }
  const isOpen = code === 'MISSING_CHAR' && /^(["'])(?:(?!\1).)*$/u.test(words)
  return isOpen
    ? {
        at: start,
        message: 'A quote is opened here, and not closed.',
        help: 'Close it where the words end, or take it away.',
      }
    : undefined
}

const SENTENCES: Readonly<Record<string, string>> = {
  RESOURCE_EXHAUSTION: 'This is nested too deep.',
  BAD_INDENT: 'This line does not stand where the lines before it let it stand.',
  TAB_AS_INDENT: 'This line begins with a tab, and YAML takes only blanks.',
  MISSING_CHAR: 'A bracket, brace, quote, comma or colon is missing before this.',
  MULTILINE_IMPLICIT_KEY: 'A key must stand on one line and end with a colon.',
  MULTIPLE_DOCS: 'A second document begins here, and a file holds only one.',
  UNEXPECTED_TOKEN: 'This does not belong here.',
  BLOCK_AS_IMPLICIT_KEY: 'A second colon stands in this line.',
}

const BRACKETS = 'See that brackets, braces and quotes are closed.'
const HELP: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'Use two blanks for each level.',
  BAD_INDENT:
    'Give it the same number of blanks as its neighbours, and see that brackets, braces and quotes are closed above.',
  MULTIPLE_DOCS: 'Take away the line "---", or the "..." before it.',
}

const COLON = 'YAML reads the ": " in these words as the end of a key.'
const COMMENT = 'YAML reads the " #" in these words as the beginning of a comment.'
const MARKS = /^(?:[*&!{["'@`%|>]|[?-]\s)/u

function trapAt(text: string, code: string, at: number): Trap | undefined {
  const value = valueAt(text, at)
  switch (code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
      if (value && /^[?-]\s/u.test(value.words)) return withMark(value)
      return value?.words.includes(': ') ? { ...value, message: COLON } : undefined
    case 'BLOCK_IN_FLOW':
      return { ...inBraces(text, at), message: COLON }
    case 'TAG_RESOLVE_FAILED':
    case 'BAD_ALIAS':
    case 'BAD_SCALAR_START':
    case 'BAD_DIRECTIVE':
      return withMark(isInBraces(text, at) ? inBraces(text, at) : value)
    case 'UNEXPECTED_TOKEN':
      return value && value.start <= at && MARKS.test(value.words) ? withMark(value) : undefined
    case 'BAD_INDENT':
    case 'MISSING_CHAR':
      return commentBefore(text, at)
    default:
      return undefined
  }
}

type Stretch = Omit<Trap, 'message'>

function withMark(value: Stretch | undefined): Trap | undefined {
  if (!value) return undefined
  const message = `YAML gives ${quoted(value.words[0] ?? '')} at the beginning of words a meaning of its own.`
  return { ...value, message }
}

/** What stands behind the first colon of a line, to its end. */
function valueAt(text: string, at: number): Stretch | undefined {
  const start = text.lastIndexOf('\n', at - 1) + 1
  const line = /^[^\r\n]*/u.exec(text.slice(start))?.[0] ?? ''
  const match = /^(\s*(?:- )*[\w.-]+:\s+)(\S.*?)\s*$/u.exec(line)
  return match ? { start: start + (match[1] ?? '').length, words: match[2] ?? '' } : undefined
}

function isInBraces(text: string, at: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at)
  return /[{[]/u.test(before)
}

/** From here to the comma or brace that ends a value. */
function inBraces(text: string, start: number): Stretch {
  return { start, words: (/^[^,}\]\r\n]*/u.exec(text.slice(start))?.[0] ?? '').trimEnd() }
}

/** Words in braces with ` #` in them, on the line before: the closing brace is part of the comment. */
function commentBefore(text: string, at: number): Trap | undefined {
  const before = text.slice(0, at).trimEnd()
  const start = before.lastIndexOf('\n') + 1
  const match = /^(.*[{[,:]\s+)([^\s,{}[\]:"'][^,{}[\]"']* #[^,}\]]*)[,}\]]/u.exec(
    before.slice(start),
  )
  if (!match) return undefined
  return {
    start: start + (match[1] ?? '').length,
    words: (match[2] ?? '').trimEnd(),
    message: COMMENT,
  }
}
