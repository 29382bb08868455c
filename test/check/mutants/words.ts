import { isMap, isPair, isScalar, isSeq, type Pair, parseDocument, type Scalar, visit } from 'yaml'

/** A word of a definition: where it stands, and below which keys. */
export interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly line: number
  /** The keys above it, the nearest last; items of lists have the key of the list. */
  readonly path: readonly string[]
  readonly isKey: boolean
  /** Of a key: the whole pair. Of an item of a list: the item. */
  readonly whole: readonly [start: number, end: number]
  /** It is an item of a list in brackets or of lines. */
  readonly isItem: boolean
  readonly isPlain: boolean
}

/** All words of a YAML or JSON file, in the order in which they stand. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = []
  const document = parseDocument(text)
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length
  visit(document, {
    Scalar(key, node, ancestors) {
      const range = rangeOf(node)
      if (!range || typeof node.value !== 'string') return
      const [start, end] = range
      const pair = ancestors.at(-1)
      const isKey = key === 'key'
      const path = ancestors.flatMap((one) =>
        isPair(one) && isScalar(one.key) && !(isKey && one === pair) ? [String(one.key.value)] : [],
      )
      const whole: readonly [number, number] =
        isKey && isPair(pair) ? pairRange(pair, range) : range
      words.push({
        text: node.value,
        start,
        end,
        line: lineAt(start),
        path,
        isKey,
        whole,
        isItem: isSeq(pair),
        isPlain: node.type === 'PLAIN',
      })
    },
  })
  return words
}

/** An item of a list. */
export interface Item {
  readonly path: readonly string[]
  /** Of a map: its keys; of a word: the word. */
  readonly keys: readonly string[]
  readonly start: number
  readonly end: number
  readonly line: number
  readonly at: number
  readonly count: number
}

/** All items of lists. */
export function itemsOf(text: string): readonly Item[] {
  const items: Item[] = []
  visit(parseDocument(text), {
    Seq(_key, list, ancestors) {
      const path = ancestors.flatMap((one) =>
        isPair(one) && isScalar(one.key) ? [String(one.key.value)] : [],
      )
      for (const [at, item] of list.items.entries()) {
        const range = isMap(item) || isScalar(item) ? item.range : undefined
        if (!range) continue
        const [start, end] = range
        const line = text.slice(0, start).split('\n').length
        items.push({ path, keys: keysOf(item), start, end, line, at, count: list.items.length })
      }
    },
  })
  return items
}

function keysOf(item: unknown): readonly string[] {
  if (isScalar(item)) return [String(item.value)]
  return isMap(item)
    ? item.items.flatMap(({ key }) => (isScalar(key) ? [String(key.value)] : []))
    : []
}

function rangeOf(node: Scalar): readonly [number, number] | undefined {
  return node.range ? [node.range[0], node.range[1]] : undefined
}

function pairRange(pair: Pair, key: readonly [number, number]): readonly [number, number] {
  const value = pair.value as { readonly range?: readonly [number, number, number] } | null
  return [key[0], value?.range?.[1] ?? key[1]]
}
