import { fileSlotsOf } from '../fields/file-slots.ts'
import { PROBLEMS } from './codes.ts'
import type { Operand } from './condition.ts'
import type { StepContext } from './flow-context.ts'
import { resolveName } from './names.ts'
import { helpWith, meantOf } from './nearest.ts'
import { readName } from './read-scalar.ts'
import type { Node, Spot } from './tree.ts'

/** `prefill`: field → source. */
export function readPrefill(
  node: Node | undefined,
  context: StepContext,
): Readonly<Record<string, Operand>> {
  const { reading, names } = context
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
    checkFilled(key, keyAt, context)
    const source = readName(value, 'a source', report)
    if (source === undefined) return []
    const found = resolveName(source, names, 'prefill')
    const filled = context.asked.has(key) ? key : (meantOf(key, context.asked.keys()) ?? key)
    if ('operand' in found) return [[filled, found.operand] as const]
    const help = source.startsWith('$') ? `Write it without "$": ${source.slice(1)}.` : found.help
    report(found.problem, value, found.message, help)
    return [[filled, { from: 'literal', value: '' }] as const]
  })
  return Object.fromEntries(entries)
}

/** Reports what a step does not ask, and what nobody may fill in beforehand. */
function checkFilled(key: string, at: Spot, { reading, asked, names }: StepContext): void {
  const field = asked.get(key)
  if (!field) {
    const help = helpWith(key, asked.keys(), 'fields')
    if (!names.unreadable.has(key))
      reading.report(PROBLEMS.unknownField, at, `This step does not ask for "${key}".`, help)
    return
  }
  if (field.secret)
    reading.report(
      PROBLEMS.secretAway,
      at,
      `"${key}" is a secret, and cannot be filled in beforehand.`,
    )
  if (fileSlotsOf([field]).length > 0)
    reading.report(
      PROBLEMS.badFile,
      at,
      `"${key}" is a file, and cannot be filled in beforehand.`,
      'A file is taken only from the person who uploads it. Take this away.',
    )
}
