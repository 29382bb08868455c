import { PROBLEMS } from './codes.ts'
import { helpWith, meantOf } from './nearest.ts'
import type { Report } from './problem.ts'
import { quoted } from './quoted.ts'
import type { ListNode, MapNode, Node, Pair, Spot } from './tree.ts'
import { pairOf, writtenOf } from './tree.ts'

/** What a map may hold. */
export interface Shape {
  /** In a sentence: "a step", "the draft". */
  readonly what: string
  readonly keys: readonly string[]
  readonly required?: readonly string[]
  /** Keys of the format that this version does not read yet. */
  readonly later?: readonly string[]
  /** Keys that are read by nobody yet, and do no harm. */
  readonly idle?: readonly string[]
}

/** A map whose keys were checked: unknown ones are reported, and read as the key that was meant, or left out. */
export interface MapReader {
  readonly node: MapNode
  /** The value of a key; undefined where it is not written. */
  get(key: string): Node | undefined
  has(key: string): boolean
  /** Where a problem of a key points: the key, or the map where it is missing. */
  keyAt(key: string): Spot
}

/**
 * Reads a map of a known shape. `at` is what a missing key is reported at: the map's own name. Undefined where it is no
 * map, which is reported.
 */
export function readMap(
  node: Node,
  shape: Shape,
  report: Report,
  at: Spot = node,
): MapReader | undefined {
  if (node.is !== 'map') {
    const message = `A map of keys was expected for ${shape.what}, and there is ${foundAt(node)}.`
    report(PROBLEMS.wrongType, node, message, `Its keys are: ${shape.keys.join(', ')}.`)
    return undefined
  }
  const known = new Map<string, Pair>()
  const unknown = node.pairs.filter((pair) => {
    const isHere = isKnown(pair, node, shape, report)
    if (isHere) known.set(pair.key, pair)
    return !isHere
  })
  for (const pair of unknown) {
    const meant = meantOf(pair.key, shape.keys)
    if (meant !== undefined && !known.has(meant)) known.set(meant, pair)
  }
  for (const key of shape.required ?? []) {
    const message = `The key "${key}" is missing in ${shape.what}.`
    if (!known.has(key)) report(PROBLEMS.missingKey, at, message, `Add "${key}:".`)
  }
  return {
    node,
    get: (key) => known.get(key)?.value,
    has: (key) => known.has(key),
    keyAt: (key) => known.get(key)?.keyAt ?? at,
  }
}

/** The pair of a key before its map is read: written so, or meant. */
export function pairMeant(
  node: Node | undefined,
  key: string,
  known: readonly string[],
): Pair | undefined {
  if (node?.is !== 'map') return undefined
  return (
    pairOf(node, key) ??
    node.pairs.find((one) => !known.includes(one.key) && meantOf(one.key, known) === key)
  )
}

function foundAt(node: Node): string {
  if (node.is !== 'scalar') return `a ${node.is}`
  return node.value === null ? 'nothing' : quoted(writtenOf(node))
}

function isKnown(pair: Pair, map: MapNode, shape: Shape, report: Report): boolean {
  const { key, keyAt, value } = pair
  if (shape.keys.includes(key)) return true
  if (shape.idle?.includes(key)) return false
  if (shape.later?.includes(key)) {
    report(
      PROBLEMS.notSupported,
      keyAt,
      `"${key}" in ${shape.what} is not supported yet.`,
      'Leave it out for now.',
    )
    return false
  }
  const isWords = map.braces && value.is === 'scalar' && value.absent === true
  if (isWords && !shape.keys.some((one) => one.toLowerCase() === key.toLowerCase())) {
    const help =
      'Inside of braces a comma ends a value. If these are words, put quotes around all of them: "…".'
    report(
      PROBLEMS.needsQuotes,
      keyAt,
      `YAML reads "${key}" as a key of ${shape.what}, and there is no such key.`,
      help,
    )
    return false
  }
  const help = helpWith(key, [...shape.keys, ...(shape.later ?? [])], 'keys')
  report(PROBLEMS.unknownKey, keyAt, `"${key}" is not a key of ${shape.what}.`, help)
  return false
}

/** A list; a single value where `orOne` lets one stand for a list of one. Anything else is reported. */
export function readList(
  node: Node | undefined,
  what: string,
  report: Report,
  orOne = false,
): readonly Node[] {
  if (!node) return []
  if (node.is === 'list') return node.items
  if (orOne && !isNothing(node)) return [node]
  const example = node.is === 'scalar' && node.value !== null ? `[${writtenOf(node)}]` : '[ … ]'
  report(
    PROBLEMS.wrongType,
    node,
    `A list was expected for ${what}.`,
    `Write it in brackets: ${example}.`,
  )
  return node.is === 'scalar' && node.value !== null ? [node] : []
}

export function isNothing(node: Node): boolean {
  return node.is === 'scalar' && node.value === null
}

export function isListOfMaps(node: Node): node is ListNode {
  return (
    node.is === 'list' && node.items.length > 0 && node.items.every((item) => item.is === 'map')
  )
}
