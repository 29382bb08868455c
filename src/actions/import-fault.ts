import { relative, resolve, sep } from 'node:path'
import type { FormsFiles } from '../journey/source.ts'
import type { Source, Spot } from '../journey/tree.ts'

/** Why a file of actions could not be loaded, and where. */
export interface ImportFault {
  readonly at: Spot
  readonly message: string
  readonly help: string
}

/** What loading a file ended with, as its author must know it. `at` is the best place that is known. */
export function faultOf(
  error: unknown,
  source: Source,
  formsDir: string,
  files: FormsFiles,
): ImportFault {
  const text = error instanceof Error ? error.message : String(error)
  return (
    syntaxFault(text, source, formsDir, files) ??
    missingFault(text, source, formsDir) ??
    thrownFault(error, text, source, formsDir)
  )
}

/** tsx: `<file>:4:2: ERROR: Expected "]" but found "run"`, with columns from 0. */
function syntaxFault(
  text: string,
  source: Source,
  formsDir: string,
  files: FormsFiles,
): ImportFault | undefined {
  const [, path, line, column, what = ''] = /^(.+?):(\d+):(\d+): ERROR: (.+)$/mu.exec(text) ?? []
  if (path === undefined) return undefined
  const below = relative(formsDir, resolve(path.replace(/\?.*$/u, '')))
    .split(sep)
    .join('/')
  const other = below === source.path ? undefined : files.texts.get(below)
  const broken =
    other === undefined ? source : { file: `${files.shown}${below}`, path: below, text: other }
  const isKnown = below === broken.path
  return {
    at: isKnown ? spotAt(broken, Number(line), Number(column) + 1) : topSpot(source),
    message: 'This file cannot be read as TypeScript.',
    help: `${what}. See that brackets, braces, quotes and commas before this are right.`,
  }
}

const IMPORTED = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)(['"])([^'"\n]+)\1/gu

function missingFault(text: string, source: Source, formsDir: string): ImportFault | undefined {
  const missing = /Cannot find (?:module|package) '([^']+)'/u.exec(text)?.[1]
  if (missing === undefined) return undefined
  const folder = resolve(formsDir, source.path, '..')
  const wanted = missing.replace(/^file:\/\//u, '').replace(/\?.*$/u, '')
  for (const match of source.text.matchAll(IMPORTED)) {
    const name = match[2] ?? ''
    if (name !== missing && resolve(folder, name) !== wanted) continue
    const start = match.index + match[0].lastIndexOf(match[1] ?? '', match[0].length - 2)
    const isFile = /^[./]/u.test(name)
    return {
      at: { source, start: source.text.indexOf(`${match[1]}${name}`, match.index), end: start },
      message: `The file imports "${name}", and that is not there.`,
      help: isFile
        ? 'Give the path of a file, from this one, with its ending: "./plots.ts".'
        : `Install it with npm install ${name}, or mend the name.`,
    }
  }
  return undefined
}

function thrownFault(error: unknown, text: string, source: Source, formsDir: string): ImportFault {
  const [first = ''] = text.split('\n')
  const unknown = /^(\S+) is not defined$|export named '([^']+)'/u.exec(first)
  const name = unknown?.[1] ?? unknown?.[2]
  return {
    at: frameIn(error, source, formsDir) ?? wordSpot(source, name ?? 'throw') ?? topSpot(source),
    message: `The file ends with an error when it is loaded: ${first.replace(/\.$/u, '')}.`,
    help: 'It must only declare the action. What can fail belongs into its "run".',
  }
}

/** The place in the file that the stack names; only where that place is there. */
function frameIn(error: unknown, source: Source, formsDir: string): Spot | undefined {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  const path = resolve(formsDir, source.path)
  for (const line of stack.split('\n')) {
    const at = line.indexOf(path)
    const [, row, column] = /^(?:\?[^:)]*)?:(\d+):(\d+)/u.exec(line.slice(at + path.length)) ?? []
    if (at < 0 || row === undefined) continue
    const written = source.text.split('\n')[Number(row) - 1]
    if (written !== undefined && Number(column) <= written.length + 1)
      return spotAt(source, Number(row), Number(column))
  }
  return undefined
}

/** Where a word stands first outside of a longer one. */
export function wordSpot(source: Source, word: string): Spot | undefined {
  const safe = word.replace(/[$.*+?()[\]{}|\\^/]/gu, '\\$&')
  const found =
    new RegExp(`(['"\`])${safe}\\1`, 'u').exec(source.text) ??
    new RegExp(`(?<![\\w$-])${safe}(?![\\w$-])`, 'u').exec(source.text)
  if (!found) return undefined
  return { source, start: found.index, end: found.index + found[0].length }
}

function spotAt(source: Source, line: number, column: number): Spot {
  const before = source.text.split('\n').slice(0, line - 1)
  const start = before.reduce((sum, one) => sum + one.length + 1, 0) + column - 1
  return { source, start, end: start + 1 }
}

function topSpot(source: Source): Spot {
  return { source, start: 0, end: 0 }
}
