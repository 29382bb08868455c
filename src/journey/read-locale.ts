import { PROBLEMS } from './codes.ts'
import { helpWith, meantOf } from './nearest.ts'
import type { Report } from './problem.ts'
import type { MapNode, Node, Pair } from './tree.ts'

/** Keys of a locale file, one below the other. */
interface Branch {
  readonly children: Map<string, Branch>
}

/**
 * The words of a locale file, by key. Keys may be nested (`flow: { title: … }`) or written in one (`flow.title: …`); one
 * that is none of `keys` is reported, with the nearest that is.
 */
export function readLocale(
  tree: Node | undefined,
  keys: readonly string[],
  report: Report,
): ReadonlyMap<string, Node> {
  const found = new Map<string, Node>()
  if (!tree) return found
  if (tree.is === 'map') readBranch(tree, branchOf(keys), '', { found, report })
  else report(PROBLEMS.wrongType, tree, 'A locale is a map of keys, like "flow.title".')
  return found
}

function branchOf(keys: readonly string[]): Branch {
  const root: Branch = { children: new Map() }
  for (const key of keys) {
    let branch = root
    for (const step of key.split('.')) {
      const next = branch.children.get(step) ?? { children: new Map() }
      branch.children.set(step, next)
      branch = next
    }
  }
  return root
}

interface Finding {
  readonly found: Map<string, Node>
  readonly report: Report
}

function readBranch(map: MapNode, branch: Branch, prefix: string, finding: Finding): void {
  for (const pair of map.pairs) {
    const at = descend(pair.key, branch)
    if ('missing' in at) {
      reportUnknown(pair, at, finding.report)
      const meant = meantIn(pair.key, branch)
      if (meant && !map.pairs.some(({ key }) => key === meant.key))
        readPair({ ...pair, key: meant.key }, meant.branch, `${prefix}${meant.key}`, finding)
    } else readPair(pair, at.branch, `${prefix}${pair.key}`, finding)
  }
}

function readPair({ key, value }: Pair, branch: Branch, path: string, finding: Finding): void {
  if (branch.children.size === 0) finding.found.set(path, value)
  else if (value.is === 'map') readBranch(value, branch, `${path}.`, finding)
  else
    finding.report(
      PROBLEMS.wrongType,
      value,
      `"${key}" is no words itself: it holds words.`,
      helpWith('', branch.children.keys(), 'keys'),
    )
}

/** The key that a misspelt one was meant to be, and its branch. */
function meantIn(
  key: string,
  root: Branch,
): { readonly key: string; readonly branch: Branch } | undefined {
  const steps: string[] = []
  let branch = root
  for (const step of key.split('.')) {
    const name = branch.children.has(step) ? step : meantOf(step, branch.children.keys())
    const next = name === undefined ? undefined : branch.children.get(name)
    if (name === undefined || !next) return undefined
    steps.push(name)
    branch = next
  }
  return { key: steps.join('.'), branch }
}

/** The branch of a key, or of several that are written in one. */
function descend(
  key: string,
  root: Branch,
): { readonly branch: Branch } | { readonly missing: string; readonly in: Branch } {
  let branch = root
  for (const step of key.split('.')) {
    const next = branch.children.get(step)
    if (!next) return { missing: step, in: branch }
    branch = next
  }
  return { branch }
}

function reportUnknown(
  { keyAt }: Pair,
  { missing, in: branch }: { readonly missing: string; readonly in: Branch },
  report: Report,
): void {
  const help = helpWith(missing, branch.children.keys(), 'keys')
  report(PROBLEMS.unknownKey, keyAt, `There are no words "${missing}" here to translate.`, help)
}
