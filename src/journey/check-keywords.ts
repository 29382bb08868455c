import { RE2JS } from 're2js'
import { PROBLEMS } from './codes.ts'
import { BOUNDS, ERROR_KEYWORDS, FIELD_KEYWORDS, FORMATS, TYPES } from './field-keywords.ts'
import { helpWith } from './nearest.ts'
import { isOfType } from './of-type.ts'
import type { Report } from './problem.ts'
import type { Keywords } from './resolve-ref.ts'
import { isSlow } from './slow-pattern.ts'
import { jsonOf, type Node, type Pair } from './tree.ts'

const LONGEST_PATTERN = 256

/**
 * Reports keywords that are unknown, of the wrong type, or that no answer could satisfy. False where the type or format
 * is unknown, so that nothing else can be said of the answer.
 */
export function checkKeywords(keywords: Keywords, report: Report): boolean {
  for (const pair of keywords.values()) checkKeyword(pair, report)
  const hasType = checkNamed(keywords.get('type'), TYPES, 'types', report)
  const hasFormat = checkNamed(keywords.get('format'), FORMATS, 'formats', report)
  checkPattern(keywords.get('pattern')?.value, report)
  const isWhole = keywords.has('type') && jsonOf(keywords.get('type')?.value as Node) === 'integer'
  for (const [low, high] of BOUNDS)
    checkBounds(keywords.get(low), keywords.get(high), isWhole, report)
  checkErrorMessages(keywords.get('errorMessage')?.value, report)
  if (hasType) checkConst(keywords.get('const')?.value, keywords.get('type')?.value, report)
  return hasType && hasFormat
}

function checkKeyword({ key, keyAt, value }: Pair, report: Report): void {
  const wanted = wantedOf(key)
  if (wanted === undefined) {
    const help = helpWith(key, Object.keys(FIELD_KEYWORDS), 'keywords')
    report(PROBLEMS.unknownKeyword, keyAt, `"${key}" is not a keyword of a field.`, help)
  } else if (!isWanted(value, wanted)) {
    report(
      PROBLEMS.wrongType,
      value,
      `${ARTICLES[wanted]} was expected for "${key}".`,
      wanted === 'number' || wanted === 'count' ? 'Write it without quotes.' : '',
    )
  }
}

function wantedOf(key: string): string | undefined {
  return Object.entries(FIELD_KEYWORDS).find(([one]) => one === key)?.[1]
}

const ARTICLES: Readonly<Record<string, string>> = {
  text: 'A text',
  boolean: 'true or false',
  number: 'A number',
  'above 0': 'A number above 0',
  count: 'A whole number, 0 or more,',
  list: 'A list',
  map: 'An object',
}

function isWanted(node: Node, wanted: string): boolean {
  if (wanted === 'any') return true
  if (wanted === 'list' || wanted === 'map') return node.is === wanted
  if (node.is !== 'scalar') return false
  if (wanted === 'text') return typeof node.value === 'string'
  if (wanted === 'above 0') return typeof node.value === 'number' && node.value > 0
  if (wanted === 'count') return Number.isInteger(node.value) && Number(node.value) >= 0
  return typeof node.value === wanted
}

/** Whether a keyword's name, where there is one, is known. */
function checkNamed(
  pair: Pair | undefined,
  valid: readonly string[],
  what: string,
  report: Report,
): boolean {
  const name = pair && jsonOf(pair.value)
  if (!pair || typeof name !== 'string' || valid.includes(name)) return true
  const message = `"${name}" is not one of the ${what}.`
  report(PROBLEMS.wrongValue, pair.value, message, helpWith(name, valid, what))
  return false
}

/** Patterns run in linear time or are refused (R-WEB-17). */
export function checkPattern(node: Node | undefined, report: Report): void {
  if (node?.is !== 'scalar' || typeof node.value !== 'string') return
  if (node.value.length > LONGEST_PATTERN) {
    report(PROBLEMS.badPattern, node, `This pattern is longer than ${LONGEST_PATTERN} characters.`)
    return
  }
  try {
    RE2JS.compile(RE2JS.translateRegExp(node.value))
  } catch (error) {
    const said = error instanceof Error ? error.message.replace(/^error parsing regexp: /u, '') : ''
    const help =
      'Looking ahead or behind and back references cannot be used: they may take for ever.'
    report(PROBLEMS.badPattern, node, `This pattern cannot be used: ${said}.`, help)
    return
  }
  if (!isSlow(node.value)) return
  const help =
    'Something that is repeated stands in something that is repeated, or two choices begin alike, as in "(a+)+" or "(a|ab)*". Let each text fit in one way only.'
  const message = 'This pattern can take exponential time: the same text fits it in many ways.'
  report(PROBLEMS.badPattern, node, message, help)
}

function checkBounds(
  low: Pair | undefined,
  high: Pair | undefined,
  isWhole: boolean,
  report: Report,
): void {
  const least = low && jsonOf(low.value)
  const most = high && jsonOf(high.value)
  if (!low || !high || typeof least !== 'number' || typeof most !== 'number') return
  if (isPossible(low.key, least, high.key, most, isWhole)) return
  const message = `No answer can satisfy "${low.key}" ${least} and "${high.key}" ${most}.`
  report(PROBLEMS.impossibleBounds, low.value, message, 'Make the first smaller than the second.')
}

/** Whether a number keeps both bounds. */
function isPossible(
  low: string,
  least: number,
  high: string,
  most: number,
  isWhole: boolean,
): boolean {
  const [isAbove, isBelow] = [low === 'exclusiveMinimum', high === 'exclusiveMaximum']
  if (!isWhole) return isAbove || isBelow ? least < most : least <= most
  const from = isAbove ? Math.floor(least) + 1 : Math.ceil(least)
  const to = isBelow ? Math.ceil(most) - 1 : Math.floor(most)
  return from <= to
}

function checkErrorMessages(node: Node | undefined, report: Report): void {
  if (node?.is !== 'map') return
  for (const { key, keyAt, value } of node.pairs) {
    if (!ERROR_KEYWORDS.includes(key)) {
      const help = helpWith(key, ERROR_KEYWORDS, 'keywords')
      report(
        PROBLEMS.unknownKeyword,
        keyAt,
        `"${key}" is nothing that can be wrong with an answer.`,
        help,
      )
    }
    const isText = value.is === 'scalar' && typeof value.value === 'string' && value.value !== ''
    if (!isText) report(PROBLEMS.wrongType, value, `Words were expected for the error "${key}".`)
  }
}

/** The one right answer, where the type beside it forbids it: nobody could give it. */
function checkConst(node: Node | undefined, type: Node | undefined, report: Report): void {
  const name = type?.is === 'scalar' ? String(type.value) : ''
  if (node?.is !== 'scalar' || node.value === null || isOfType(node.value, name)) return
  report(
    PROBLEMS.badValue,
    node,
    `${JSON.stringify(node.value)} is not of the type "${name}": no answer could be right.`,
    name === 'string' ? 'Put quotes around it.' : 'Write it without quotes, or change the type.',
  )
}
