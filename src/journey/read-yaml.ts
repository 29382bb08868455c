import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
  type Pair as YamlPair,
} from 'yaml'
import { PROBLEMS } from './codes.ts'
import type { Report } from './problem.ts'
import { type Node, type Pair, type ScalarNode, type Source, type Spot, topOf } from './tree.ts'
import { isTooDeep } from './yaml-depth.ts'
import { replaceEmpty, reportDoubled } from './yaml-doubled.ts'
import { reportYamlError } from './yaml-errors.ts'

/** How often anchors may be used in one file, aliases inside of anchors counted each time. */
export const MOST_ALIASES = 1000
const DEEPEST = 64

interface Conversion {
  readonly source: Source
  readonly document: Document
  readonly report: Report
  /** Converted anchors; `undefined` while they are being converted. */
  readonly known: Map<unknown, { readonly node: Node; readonly aliases: number } | undefined>
  aliases: number
  /** Anchors before words, by name. */
  readonly anchors: Map<string, Spot>
  readonly used: Set<string>
}

/**
 * A YAML 1.2 core file → its tree, with every problem of the file itself reported. Undefined where nothing can be read.
 * Merge keys, tags, doubled keys and more aliases than `MOST_ALIASES` are refused.
 */
export function readYaml(source: Source, report: Report): Node | undefined {
  const document = parseMended(source, report)
  if (!document) return undefined
  if (!document.contents) {
    report(PROBLEMS.missingFile, topOf(source), 'This file is empty.')
    return undefined
  }
  const conversion: Conversion = {
    source,
    document,
    report,
    known: new Map(),
    aliases: 0,
    anchors: new Map(),
    used: new Set(),
  }
  const tree = nodeOf(document.contents, conversion, topOf(source), 0)
  reportAnchors(conversion)
  return tree
}

/** An anchor that nothing uses, before words: it was meant as one of them. */
function reportAnchors({ anchors, used, report }: Conversion): void {
  for (const [name, spot] of anchors) {
    if (used.has(name)) continue
    const words = spot.source.text.slice(spot.start, spot.end).trim()
    const message = `YAML reads "&${name}" as the name of an anchor, and nothing uses it.`
    report(PROBLEMS.needsQuotes, spot, message, `Put quotes around it: ${JSON.stringify(words)}`)
  }
}

const MOST_MENDED = 50

/** Parses a file, over words that only want quotes. Any other syntax error ends it: what follows is its consequence. */
function parseMended(source: Source, report: Report): Document | undefined {
  let text = source.text
  for (let mended = 0; mended < MOST_MENDED; mended++) {
    const document = parse(text)
    if (!document) {
      report(
        PROBLEMS.syntax,
        topOf(source),
        'This file cannot be read as YAML: it is nested too deep.',
      )
      return undefined
    }
    const first = document.errors[0] ?? document.warnings[0]
    if (!first) return document
    const next = reportYamlError(source, text, first, report)
    if (next === undefined || next === text) return undefined
    text = next
  }
  return undefined
}

function parse(text: string): Document | undefined {
  if (isTooDeep(text)) return undefined
  try {
    return parseDocument(text, {
      version: '1.2',
      schema: 'core',
      merge: false,
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'error',
    })
  } catch {
    return undefined
  }
}

function nodeOf(value: unknown, conversion: Conversion, fallback: Spot, depth: number): Node {
  const { source, report } = conversion
  if (isAlias(value)) return aliased(value, conversion, depth)
  const spot = spotOf(value, source) ?? fallback
  if (depth > DEEPEST) {
    report(PROBLEMS.refusedYaml, spot, `This is nested deeper than ${DEEPEST} levels.`)
    return { is: 'scalar', value: null, quoted: false, ...spot }
  }
  const anchored = hasAnchor(value)
  if (anchored) conversion.known.set(value, undefined)
  if (isScalar(value) && value.anchor) noteAnchor(value, value.anchor, spot, conversion)
  const before = conversion.aliases
  const node = plainNode(value, conversion, spot, depth)
  if (anchored) conversion.known.set(value, { node, aliases: conversion.aliases - before })
  refuseTag(value, spot, report)
  return node
}

function noteAnchor(scalar: Scalar, name: string, spot: Spot, { anchors }: Conversion): void {
  const isWords = scalar.type === 'PLAIN' && typeof scalar.value === 'string'
  const start = spot.source.text.lastIndexOf(`&${name}`, spot.start)
  if (isWords && start >= 0) anchors.set(name, { ...spot, start })
}

function plainNode(value: unknown, conversion: Conversion, spot: Spot, depth: number): Node {
  if (isMap(value)) return mapNode(value, conversion, spot, depth)
  if (isSeq(value)) return listNode(value, conversion, spot, depth)
  if (isScalar(value)) return scalarNode(value, spot)
  return { is: 'scalar', value: null, quoted: false, absent: true, ...spot }
}

function mapNode(map: YAMLMap, conversion: Conversion, spot: Spot, depth: number): Node {
  const pairs: Pair[] = []
  const keys = new Set<string>()
  const doubled: Pair[] = []
  for (const item of map.items as YamlPair<unknown, unknown>[]) {
    const pair = pairNode(item, conversion, spot, depth)
    if (!pair) continue
    if (keys.has(pair.key)) {
      doubled.push(pair)
      replaceEmpty(pairs, pair)
      continue
    }
    keys.add(pair.key)
    pairs.push(pair)
  }
  reportDoubled(doubled, conversion.report)
  return { is: 'map', pairs, braces: map.flow === true, ...spot }
}

function pairNode(
  item: YamlPair<unknown, unknown>,
  conversion: Conversion,
  spot: Spot,
  depth: number,
): Pair | undefined {
  const { source, report } = conversion
  const keyAt = spotOf(item.key, source) ?? spot
  if (!isScalar(item.key)) {
    report(PROBLEMS.refusedYaml, keyAt, 'A key must be a plain word.', 'Put quotes around it.')
    return undefined
  }
  const key = keyText(item.key)
  if (key === '<<') {
    const help = 'Write the keys out, or use an alias for a whole value.'
    report(PROBLEMS.refusedYaml, keyAt, 'Merge keys ("<<") are not read.', help)
    return undefined
  }
  const value = nodeOf(item.value, conversion, keyAt, depth + 1)
  const isAbsent = value.is === 'scalar' && value.absent === true
  return { key, keyAt, value: isAbsent ? { ...value, ...keyAt } : value }
}

function keyText(key: Scalar): string {
  return key.source ?? String(key.value ?? '')
}

function listNode(list: YAMLSeq, conversion: Conversion, spot: Spot, depth: number): Node {
  const items = list.items.map((item) => nodeOf(item, conversion, spot, depth + 1))
  return { is: 'list', items, ...spot }
}

function scalarNode(scalar: Scalar, spot: Spot): ScalarNode {
  const { value } = scalar
  const quoted = scalar.type !== undefined && scalar.type !== 'PLAIN'
  const isAbsent = value === null && spot.end === spot.start
  const cut = quoted || isAbsent ? undefined : commentAfter(spot)
  return {
    is: 'scalar',
    value: isPlain(value) ? value : String(value),
    quoted,
    ...(isAbsent && { absent: true }),
    ...(cut !== undefined && { cut }),
    ...spot,
  }
}

function isPlain(value: unknown): value is ScalarNode['value'] {
  return value === null || ['string', 'boolean', 'number'].includes(typeof value)
}

/** A comment that stands one blank behind plain words: it may have been meant as part of them. */
function commentAfter({ source, end }: Spot): string | undefined {
  return /^ (#[^\n]*)/u.exec(source.text.slice(end, end + 200))?.[1]?.trim()
}

function aliased(alias: Alias, conversion: Conversion, depth: number): Node {
  const { source, report, document, known } = conversion
  const spot = spotOf(alias, source) ?? topOf(source)
  conversion.used.add(alias.source)
  const nothing: ScalarNode = { is: 'scalar', value: null, quoted: false, ...spot }
  const target = alias.resolve(document)
  if (!target) {
    const help = `If words were meant, put quotes around them: "*${alias.source}". If not, the anchor "&${alias.source}" must stand before.`
    report(
      PROBLEMS.needsQuotes,
      spot,
      `YAML reads "*${alias.source}" as an alias, and there is no such anchor.`,
      help,
    )
    return nothing
  }
  const found = known.get(target)
  if (!found) {
    if (!known.has(target)) return nodeOf(target, conversion, spot, depth)
    report(
      PROBLEMS.refusedYaml,
      spot,
      `The alias "*${alias.source}" stands inside of its own anchor.`,
    )
    return nothing
  }
  conversion.aliases += 1 + found.aliases
  if (conversion.aliases <= MOST_ALIASES) return found.node
  report(PROBLEMS.refusedYaml, spot, `More than ${MOST_ALIASES} aliases are used in this file.`)
  return nothing
}

function hasAnchor(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'anchor' in value && Boolean(value.anchor)
}

function refuseTag(value: unknown, spot: Spot, report: Report): void {
  if (typeof value !== 'object' || value === null || !('tag' in value)) return
  const { tag } = value
  if (typeof tag !== 'string') return
  const name = tag.replace('tag:yaml.org,2002:', '!!')
  const start = spot.source.text.lastIndexOf(name, spot.start)
  const help = `Take it away. If words were meant, put quotes around them: "${name} …".`
  report(
    PROBLEMS.refusedYaml,
    { ...spot, start: start < 0 ? spot.start : start },
    `YAML reads "${name}" as a tag, and tags are not read.`,
    help,
  )
}

function spotOf(value: unknown, source: Source): Spot | undefined {
  if (typeof value !== 'object' || value === null || !('range' in value)) return undefined
  const { range } = value
  if (!Array.isArray(range)) return undefined
  const [start, end] = range as number[]
  return { source, start: start ?? 0, end: end ?? start ?? 0 }
}
