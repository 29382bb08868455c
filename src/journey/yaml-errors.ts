import { PROBLEMS } from './codes.ts'
import type { Report } from './problem.ts'
import type { Source, Spot } from './tree.ts'

interface YamlTrap {
  readonly message: string
  readonly help: string
}

/** A syntax error of the YAML parser → a sentence that says what the author can do about it. */
export function reportYamlError(
  source: Source,
  code: string,
  pos: readonly [number, number],
  report: Report,
): void {
  const line = lineAt(source, pos[0])
  const spot = spotOfError(source, code, pos, line)
  const value = quotable(line.text)
  const trap = trapOf(code, source.text, spot, value)
  if (trap) report(PROBLEMS.needsQuotes, spot, trap.message, trap.help)
  else
    report(
      PROBLEMS.syntax,
      spot,
      SENTENCES[code] ?? 'This cannot be read as YAML.',
      helpFor(code, value),
    )
}

const SENTENCES: Readonly<Record<string, string>> = {
  BAD_INDENT: 'This line does not stand where the lines before it let it stand.',
  TAB_AS_INDENT: 'This line begins with a tab, and YAML takes only blanks.',
  MISSING_CHAR: 'A bracket, brace, quote, comma or colon is missing before this.',
  MULTILINE_IMPLICIT_KEY: 'A key must stand on one line and end with a colon.',
  MULTIPLE_DOCS: 'A second document begins here, and a file holds only one.',
  UNEXPECTED_TOKEN: 'This does not belong here.',
  BLOCK_AS_IMPLICIT_KEY: 'A second colon stands in this line.',
  BLOCK_IN_FLOW: 'A second colon stands inside of these braces.',
}

const HELP: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'Use two blanks for each level.',
  BAD_INDENT:
    'Give it the same number of blanks as its neighbours, and see that brackets, braces and quotes are closed above.',
  MULTIPLE_DOCS: 'Take away the line "---".',
}

function helpFor(code: string, value: string | undefined): string {
  const help = HELP[code]
  if (help) return help
  return value === undefined
    ? 'See that brackets, braces and quotes are closed.'
    : `If these are words, put quotes around them: ${quoted(value)}`
}

/** Where YAML's own marks stand in what was meant as words. */
function trapOf(
  code: string,
  text: string,
  spot: Spot,
  value: string | undefined,
): YamlTrap | undefined {
  const mark = text[spot.start] ?? ''
  const help =
    value === undefined ? 'Put quotes around the words.' : `Put quotes around it: ${quoted(value)}`
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && value !== undefined && value.includes(': '))
    return { message: 'YAML reads the ": " in these words as the end of a key.', help }
  if (code === 'BLOCK_IN_FLOW') {
    const words = untilComma(text.slice(spot.start))
    return {
      message: 'YAML reads the ": " in these words as the end of a key.',
      help: `Put quotes around it: ${quoted(words)}`,
    }
  }
  if (['TAG_RESOLVE_FAILED', 'BAD_ALIAS', 'BAD_SCALAR_START', 'BAD_DIRECTIVE'].includes(code))
    return { message: `YAML gives "${mark}" at the beginning of words a meaning of its own.`, help }
  if (code === 'UNEXPECTED_TOKEN' && value !== undefined && /^[*&!{["'@`%|>]/u.test(value))
    return {
      message: `YAML gives "${value[0]}" at the beginning of words a meaning of its own.`,
      help,
    }
  return commentTrap(code, text, spot)
}

/** ` #` inside of braces swallows the closing brace. */
function commentTrap(code: string, text: string, spot: Spot): YamlTrap | undefined {
  if (code !== 'BAD_INDENT' && code !== 'MISSING_CHAR') return undefined
  const before = text.slice(0, spot.start).trimEnd().split('\n').at(-1) ?? ''
  const match = /[{[].*?([^,{[:]*? #.*)$/u.exec(before)
  if (!match?.[1]) return undefined
  const words = match[1].replace(/[,}\]].*$/u, '').trim()
  return {
    message:
      'YAML reads " #" in the line before as the beginning of a comment, so that its brackets are never closed.',
    help: `If these are words, put quotes around them: ${quoted(words)}`,
  }
}

/** The parser points behind the mark that is to blame; an author looks at the beginning of the value. */
function spotOfError(
  source: Source,
  code: string,
  pos: readonly [number, number],
  line: { readonly start: number; readonly text: string },
): Spot {
  const value = quotable(line.text)
  const start = line.start + line.text.indexOf(value ?? '')
  const moves = code === 'UNEXPECTED_TOKEN' && value !== undefined && /^[*&!{["'@`%|>]/u.test(value)
  if (moves && start <= pos[0]) return { source, start, end: start + (value?.length ?? 0) }
  return { source, start: pos[0], end: pos[1] }
}

/** What stands behind the first colon of a line: what would be put in quotes. */
function quotable(line: string): string | undefined {
  const match = /^\s*(?:- )?[\w.-]+:\s+(\S.*?)\s*$/u.exec(line)
  return match?.[1]
}

function untilComma(text: string): string {
  return (/^[^,}\]\n]*/u.exec(text)?.[0] ?? '').trim()
}

/** Words as they must be written to be taken literally. */
export function quoted(words: string): string {
  return words.includes('"') && !words.includes("'")
    ? `'${words}'`
    : `"${words.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}

function lineAt(source: Source, at: number): { readonly start: number; readonly text: string } {
  const start = source.text.lastIndexOf('\n', at - 1) + 1
  const end = source.text.indexOf('\n', start)
  return { start, text: source.text.slice(start, end < 0 ? undefined : end) }
}
