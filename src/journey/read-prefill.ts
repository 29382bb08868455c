import { PROBLEMS } from './codes.ts'
import type { Operand } from './condition.ts'
import type { StepContext } from './flow-context.ts'
import { resolveName } from './names.ts'
import { helpWith } from './nearest.ts'
import { readName } from './read-scalar.ts'
import type { Node } from './tree.ts'

/** `prefill`: field → source. */
export function readPrefill(
  node: Node | undefined,
  context: StepContext,
): Readonly<Record<string, Operand>> {
  const { reading, asked, names } = context
  const { report } = reading
  if (!node) return {}
  if (node.is !== 'map') {
    report(
      PROBLEMS.wrongType,
      node,
      'A map was expected for "prefill".',
      'Write { field: source }.',
    )
    return {}
  }
  const entries = node.pairs.flatMap(({ key, keyAt, value }) => {
    const field = asked.get(key)
    if (!field && !names.unreadable.has(key))
      report(
        PROBLEMS.unknownField,
        keyAt,
        `This step does not ask for "${key}".`,
        helpWith(key, asked.keys(), 'fields'),
      )
    else if (field?.secret)
      report(
        PROBLEMS.secretAway,
        keyAt,
        `"${key}" is a secret, and cannot be filled in beforehand.`,
      )
    const source = readName(value, 'a source', report)
    if (source === undefined) return []
    const found = resolveName(source, names, 'prefill')
    if ('operand' in found) return [[key, found.operand] as const]
    const help = source.startsWith('$') ? `Write it without "$": ${source.slice(1)}.` : found.help
    report(found.problem, value, found.message, help)
    return []
  })
  return Object.fromEntries(entries)
}
