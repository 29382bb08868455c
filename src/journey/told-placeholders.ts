import { PROBLEMS } from './codes.ts'
import { splitPlaceholders } from './placeholders.ts'
import type { Report } from './problem.ts'
import type { Node } from './tree.ts'

/**
 * A translation that says other answers, sources or words of the engine than the original: what changed in one of them was
 * not changed in the other. Words with choices count as one.
 */
export function checkPlaceholders(written: Node, told: Node, report: Report): void {
  const [before, after] = [namesIn(written), namesIn(told)]
  const missing = [...before].filter((name) => !after.has(name))
  const more = [...after].filter((name) => !before.has(name))
  if (missing.length === 0 && more.length === 0) return
  const parts = [
    ...(missing.length > 0 ? [`does not say ${listed(missing)}, as the original does`] : []),
    ...(more.length > 0 ? [`says ${listed(more)}, as the original does not`] : []),
  ]
  report(
    PROBLEMS.otherPlaceholders,
    told,
    `This translation ${parts.join(', and ')}.`,
    'Translate the words as they are now: it may be older than they are.',
  )
}

function listed(names: readonly string[]): string {
  return names.map((name) => `{${name}}`).join(', ')
}

function namesIn(node: Node): ReadonlySet<string> {
  const pieces = textsIn(node).flatMap((text) => splitPlaceholders(text).pieces)
  return new Set(pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.name])))
}

/** Words, or those of each choice. */
function textsIn(node: Node): readonly string[] {
  if (node.is === 'list') return node.items.flatMap(textsIn)
  if (node.is === 'map')
    return node.pairs.flatMap(({ key, value }) => (key === 'when' ? [] : textsIn(value)))
  return typeof node.value === 'string' ? [node.value] : []
}
