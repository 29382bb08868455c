import { PROBLEMS } from './codes.ts'
import { oddInJson } from './odd-characters.ts'
import type { Report } from './problem.ts'
import { type Node, type Pair, type Source, type Spot, topOf } from './tree.ts'

const DEEPEST = 64

/** A JSON file → its tree; syntax errors in JSON's words, doubled keys refused. Undefined where it is no JSON. */
export function readJson(source: Source, report: Report): Node | undefined {
  try {
    JSON.parse(source.text)
  } catch (error) {
    reportSyntax(source, error instanceof Error ? error.message : '', report)
    return undefined
  }
  return readValue({ source, report, at: 0, depth: 0 })
}

/** Where the text first is no JSON: the parser of the platform does not always say. */
function errorAt(source: Source): number {
  const cursor: Cursor = { source, report: () => undefined, at: 0, depth: 0 }
  readValue(cursor)
  peek(cursor)
  // What is missing at the end is missed behind the last character.
  return Math.min(cursor.failedAt ?? cursor.at, lastCharacter(source.text))
}

/** The platform's words, as `Unexpected token } in JSON at position 12`, without the place. */
function reportSyntax(source: Source, message: string, report: Report): void {
  const comma = missingComma(source.text, errorAt(source))
  const start = comma?.at ?? errorAt(source)
  const known = comma ?? oddInJson(source.text, start) ?? slipAt(source.text, start)
  const said = message
    .replace(/,? ?(in JSON )?at position.*$/su, '')
    .replace(/, (?:\.\.\.)?"[\s\S]*$/u, '')
  const help =
    'See that commas stand between entries and not after the last one, and that all names are in double quotes.'
  report(
    PROBLEMS.syntax,
    { source, start, end: start + 1 },
    known?.message ?? `This is not JSON: ${said}.`,
    known?.help ?? help,
  )
}

/** At the end of a line: told behind its last entry, where it belongs. */
function missingComma(text: string, at: number) {
  const before = text.slice(0, at).trimEnd()
  const isBetween = /["}\]\w]$/u.test(before) && /^["{[]/u.test(text.slice(at))
  if (!isBetween || !text.slice(before.length, at).includes('\n')) return undefined
  const message = 'A comma is missing behind this.'
  return { at: before.length - 1, message, help: 'Write a comma between two entries.' }
}

/** What is written in other languages, and not in JSON. */
const SLIPS: readonly (readonly [RegExp, message: string, help: string])[] = [
  [/^\/[/*]/u, 'JSON has no comments.', 'Take it away, or write it as a text: "$comment": "…".'],
  [/^'/u, 'JSON takes no single quotes.', 'Write double ones: ".'],
  [/^(?:True|False)\b/u, 'JSON writes true and false in small letters.', 'Write true or false.'],
  [
    /^(?:None|Null|NULL|undefined|NaN|Infinity)\b/u,
    'This is no value in JSON.',
    'Write null, or take the entry away.',
  ],
  [
    /^0\d/u,
    'A number in JSON has no 0 before it.',
    'Take the 0 away; or, if these are words, put quotes around them.',
  ],
  [/^,\s*[}\]]/u, 'Nothing follows this comma.', 'Take it away.'],
  [/^[A-Za-z_$][\w$]*\s*:/u, 'A name in JSON stands in double quotes.', 'Put quotes around it.'],
]

function slipAt(text: string, at: number) {
  const rest = text.slice(at, at + 200)
  const found = SLIPS.find(([pattern]) => pattern.test(rest))
  return found && { message: found[1], help: found[2] }
}

function lastCharacter(text: string): number {
  return Math.max(0, text.trimEnd().length - 1)
}

interface Cursor {
  readonly source: Source
  readonly report: Report
  at: number
  depth: number
  failedAt?: number
}

/** Notes the first place that is wrong, and ends the reading. */
function fail(cursor: Cursor, at: number): void {
  cursor.failedAt ??= at
  cursor.at = cursor.source.text.length
}

/** The text is known to be JSON: only names and places are wanted. */
function readValue(cursor: Cursor): Node {
  skipBlanks(cursor)
  const { source, report, at: start } = cursor
  const first = source.text[start]
  if (cursor.depth > DEEPEST && (first === '{' || first === '[')) {
    report(
      PROBLEMS.refusedYaml,
      topOf(source),
      `This file is nested deeper than ${DEEPEST} levels.`,
    )
    cursor.at = source.text.length
    return { is: 'scalar', value: null, quoted: false, source, start, end: start }
  }
  cursor.depth += 1
  const node =
    first === '{' ? readObject(cursor) : first === '[' ? readArray(cursor) : readScalar(cursor)
  cursor.depth -= 1
  return node
}

function readObject(cursor: Cursor): Node {
  const { source, report, at: start } = cursor
  const pairs: Pair[] = []
  const keys = new Set<string>()
  cursor.at += 1
  while (peek(cursor) !== '}' && cursor.at < source.text.length) {
    const keyAt = readToken(cursor)
    const key = primitiveAt(cursor, keyAt)
    if (typeof key !== 'string') fail(cursor, keyAt.start)
    if (peek(cursor) !== ':') fail(cursor, cursor.at)
    cursor.at += 1
    const value = readValue(cursor)
    if (keys.has(String(key)))
      report(
        PROBLEMS.doubledKey,
        keyAt,
        `The name "${key}" stands here twice.`,
        'Take one of the two away: JSON would keep only the last.',
      )
    else pairs.push({ key: String(key), keyAt, value })
    keys.add(String(key))
    passComma(cursor, '}')
  }
  cursor.at += 1
  return { is: 'map', pairs, braces: true, source, start, end: cursor.at }
}

function readArray(cursor: Cursor): Node {
  const { source, at: start } = cursor
  const items: Node[] = []
  cursor.at += 1
  while (peek(cursor) !== ']' && cursor.at < source.text.length) {
    items.push(readValue(cursor))
    passComma(cursor, ']')
  }
  cursor.at += 1
  return { is: 'list', items, source, start, end: cursor.at }
}

function readScalar(cursor: Cursor): Node {
  const spot = readToken(cursor)
  const value = primitiveAt(cursor, spot) ?? null
  return { is: 'scalar', value, quoted: typeof value === 'string', ...spot }
}

type Primitive = string | number | boolean | null

function primitiveAt(cursor: Cursor, spot: Spot): Primitive | undefined {
  try {
    return JSON.parse(spot.source.text.slice(spot.start, spot.end)) as Primitive
  } catch {
    fail(cursor, spot.start)
    return undefined
  }
}

function passComma(cursor: Cursor, close: '}' | ']'): void {
  const next = peek(cursor)
  if (next === close) return
  const comma = cursor.at
  if (next !== ',') {
    fail(cursor, comma)
    return
  }
  cursor.at += 1
  if (peek(cursor) === close) fail(cursor, comma)
}

/** A string, a number or a word, from where the cursor stands. */
function readToken(cursor: Cursor): Spot {
  skipBlanks(cursor)
  const { source, at: start } = cursor
  TOKEN.lastIndex = start
  const length = TOKEN.exec(source.text)?.[0].length ?? 1
  cursor.at = start + length
  return { source, start, end: cursor.at }
}
const TOKEN = /"(?:[^"\\]|\\.)*"|[^\s,\]}:]+/uy

function peek(cursor: Cursor): string | undefined {
  skipBlanks(cursor)
  return cursor.source.text[cursor.at]
}

function skipBlanks(cursor: Cursor): void {
  while (/[ \t\r\n]/u.test(cursor.source.text[cursor.at] ?? '')) cursor.at += 1
}
