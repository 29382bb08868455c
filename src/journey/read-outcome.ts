import { PROBLEMS } from './codes.ts'
import type { Words } from './condition.ts'
import type { StepContext } from './flow-context.ts'
import type { OnOutcome } from './journey.ts'
import { helpWith } from './nearest.ts'
import { readMap } from './read-map.ts'
import { readNext } from './read-next.ts'
import { readPlainWords } from './read-words.ts'
import type { Node } from './tree.ts'

const SHAPE = { what: 'an outcome', keys: ['error', 'notice'] }
const NO_WORDS: Words = { format: 'text', parts: [''] }

/** What follows an outcome: a target, a list of them, `{ error }` or `{ notice }`. */
export function readOutcome(node: Node, context: StepContext): OnOutcome | undefined {
  if (node.is !== 'map') return { then: 'go', next: readNext(node, context) }
  const { report } = context.reading
  const map = readMap(node, SHAPE, report)
  const error = map?.get('error')
  const notice = map?.get('notice')
  if (error && notice)
    report(PROBLEMS.keysExclude, node, 'An outcome is either an "error" or a "notice".')
  if (error) return { then: 'error', ...readError(error, context) }
  if (notice)
    return {
      then: 'notice',
      message: readPlainWords(notice, 'the notice', context.words) ?? NO_WORDS,
    }
  if (node.pairs.length === 0)
    report(
      PROBLEMS.wrongValue,
      node,
      'Nothing is said of this outcome.',
      'Write a step, { error: "…" } or { notice: "…" }.',
    )
  return undefined
}

/** `"…"`, or `{ field: "…" }` for a field of the step. */
export function readError(
  node: Node,
  context: StepContext,
): { readonly field?: string; readonly message: Words } {
  const { report } = context.reading
  const isField =
    node.is === 'map' &&
    !(node.braces && node.pairs.every(({ value }) => value.is === 'scalar' && value.absent))
  if (!isField) return { message: readPlainWords(node, 'the error', context.words) ?? NO_WORDS }
  const [pair, ...more] = node.pairs
  for (const { key, keyAt } of more) {
    const isWords = node.braces && !context.asked.has(key)
    const help = isWords
      ? 'Inside of braces a comma ends a value. Put quotes around the words.'
      : 'Write one field.'
    report(
      isWords ? PROBLEMS.needsQuotes : PROBLEMS.keysExclude,
      keyAt,
      `An error belongs to one field, and "${key}" stands here too.`,
      help,
    )
  }
  if (!pair) return { message: NO_WORDS }
  const [name = ''] = pair.key.split('.')
  if (!context.asked.has(name) && !context.names.unreadable.has(name))
    report(
      PROBLEMS.unknownField,
      pair.keyAt,
      `This page does not ask for "${pair.key}".`,
      helpWith(pair.key, context.asked.keys(), 'fields'),
    )
  return {
    field: name,
    message: readPlainWords(pair.value, 'the error', context.words) ?? NO_WORDS,
  }
}
