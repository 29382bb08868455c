import type { Json } from '../fields/field.ts'

/** One file of a definition, as it was read. */
export interface Source {
  /** As problems show it: relative to the current folder where that is above it. */
  readonly file: string
  /** Relative to the forms folder. */
  readonly path: string
  readonly text: string
}

/** A stretch of a file: what a problem points at. Offsets into the text. */
export interface Spot {
  readonly source: Source
  readonly start: number
  readonly end: number
}

export interface ScalarNode extends Spot {
  readonly is: 'scalar'
  readonly value: null | boolean | number | string
  /** Written in quotes, or as a block. */
  readonly quoted: boolean
  /** Nothing is written where a value was expected. */
  readonly absent?: true
  /** In which its words are, where that is another than the one that its journey is read in. */
  readonly language?: string
  /** One blank and a `#` follow: YAML took the rest of the line for a comment. */
  readonly cut?: string
}

export interface Pair {
  readonly key: string
  readonly keyAt: Spot
  readonly value: Node
}

export interface MapNode extends Spot {
  readonly is: 'map'
  readonly pairs: readonly Pair[]
  /** Written in braces. */
  readonly braces: boolean
}

export interface ListNode extends Spot {
  readonly is: 'list'
  readonly items: readonly Node[]
}

/** A value in a YAML or JSON file, and where it stands. An alias is the very node of its anchor. */
export type Node = ScalarNode | MapNode | ListNode

/** The pair of a key, where the map has it. */
export function pairOf(node: Node | undefined, key: string): Pair | undefined {
  return node?.is === 'map' ? node.pairs.find((pair) => pair.key === key) : undefined
}

/** The plain value of a node. */
export function jsonOf(node: Node): Json {
  if (node.is === 'scalar') return node.value
  if (node.is === 'list') return node.items.map(jsonOf)
  return Object.fromEntries(node.pairs.map((pair) => [pair.key, jsonOf(pair.value)]))
}

/** The text of a node as it is written in the file. */
export function writtenOf(spot: Spot): string {
  return spot.source.text.slice(spot.start, spot.end).trim()
}

/** Line and column of a spot, 1-based. */
export function placeOf({ source, start }: Spot): {
  readonly line: number
  readonly column: number
} {
  const before = source.text.slice(0, start)
  const line = before.split('\n').length
  return { line, column: start - (before.lastIndexOf('\n') + 1) + 1 }
}

/** The whole of a file, for what is wrong with it as such: its first character. */
export function topOf(source: Source): Spot {
  return { source, start: 0, end: 0 }
}
