import { PROBLEMS } from './codes.ts'
import { FIELD_KEYWORDS } from './field-keywords.ts'
import { helpWith, meantOf } from './nearest.ts'
import type { Reading } from './reading.ts'
import { type MapNode, type Node, type Pair, pairOf } from './tree.ts'

/** The keywords of a schema by name, `$ref` followed; what stands beside a `$ref` wins. */
export type Keywords = ReadonlyMap<string, Pair>

/** Maps in which what stands beside a `$ref` is added to what it leads to. */
const MERGED = ['field', 'errorMessage']

const unled = new WeakSet<Keywords>()

/** Keywords that are misspelt stand under the ones that were meant too. */
export function withMeant(own: Map<string, Pair>, known: readonly string[]): Map<string, Pair> {
  for (const [key, pair] of [...own]) {
    const meant = known.includes(key) ? undefined : meantOf(key, known)
    if (meant !== undefined && !own.has(meant)) own.set(meant, { ...pair, key: meant })
  }
  return own
}

/** Whether there was a `$ref` that leads nowhere, so that little is known of the answer; that is reported. */
export function leadsNowhere(keywords: Keywords): boolean {
  return unled.has(keywords)
}

/** Follows `$ref` within the file and into `_shared`; unknown targets and circles are reported. */
export function keywordsOf(node: MapNode, reading: Reading, seen: readonly Node[] = []): Keywords {
  const ref = pairOf(node, '$ref')
  const own = withMeant(
    new Map(node.pairs.filter((pair) => pair.key !== '$ref').map((pair) => [pair.key, pair])),
    Object.keys(FIELD_KEYWORDS),
  )
  if (!ref) return own
  const target = findTarget(ref, reading)
  if (!target) {
    unled.add(own)
    return own
  }
  if (target === node || seen.includes(target)) {
    reading.report(PROBLEMS.circularRef, ref.value, 'This $ref leads back to itself.')
    return own
  }
  const base = keywordsOf(target, reading, [...seen, node])
  const merged = new Map(base)
  if (leadsNowhere(base)) unled.add(merged)
  for (const [key, pair] of own)
    merged.set(key, MERGED.includes(key) ? join(merged.get(key), pair) : pair)
  return merged
}

function join(base: Pair | undefined, over: Pair): Pair {
  if (base?.value.is !== 'map' || over.value.is !== 'map') return over
  const { value } = over
  const kept = base.value.pairs.filter((pair) => !pairOf(value, pair.key))
  return { ...over, value: { ...value, pairs: [...value.pairs, ...kept] } }
}

function findTarget(ref: Pair, reading: Reading): MapNode | undefined {
  const { value } = ref
  const { report } = reading
  if (value.is !== 'scalar' || typeof value.value !== 'string') {
    report(PROBLEMS.wrongType, value, 'A $ref is a text, like "#/$defs/name".')
    return undefined
  }
  const [file = '', pointer = ''] = value.value.split('#')
  const path = file === '' ? value.source.path : pathFrom(value.source.path, file)
  if (!path || (file !== '' && !/^_shared\/[\w./-]+\.json$/u.test(path))) {
    report(PROBLEMS.unknownRef, value, `"${value.value}" leads to no file of this kind.`, REFS)
    return undefined
  }
  const tree = reading.files.tree(path)
  if (!tree) {
    const shared = reading.files.list('_shared').filter((name) => name.endsWith('.json'))
    const help = helpWith(
      file,
      shared.map((name) => `../_shared/${name}`),
      'shared files',
    )
    report(
      PROBLEMS.unknownRef,
      value,
      `The file of "${value.value}" is not there or cannot be read.`,
      help,
    )
    return undefined
  }
  return follow(tree, pointer, ref, reading)
}

const REFS = 'Write "#/$defs/<name>", or "../_shared/<file>.json#/$defs/<name>".'

function follow(tree: Node, pointer: string, ref: Pair, reading: Reading): MapNode | undefined {
  const steps = pointer.split('/').slice(1).map(unescapeStep)
  let node: Node | undefined = tree
  for (const step of steps) node = pairOf(node, step)?.value
  if (node?.is === 'map' && pointer.startsWith('/')) return node
  const defs = pairOf(tree, '$defs')?.value
  const names = defs?.is === 'map' ? defs.pairs.map((pair) => pair.key) : []
  const last = steps.at(-1) ?? ''
  const message = `There is no "${last}" where this $ref leads.`
  reading.report(
    PROBLEMS.unknownRef,
    ref.value,
    message,
    pointer.startsWith('/') ? helpWith(last, names) : REFS,
  )
  return undefined
}

function unescapeStep(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~')
}

/** `../_shared/person.json`, seen from a file, as a path below the forms folder. */
function pathFrom(base: string, file: string): string | undefined {
  const parts = base.split('/').slice(0, -1)
  for (const part of file.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined
    } else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}
