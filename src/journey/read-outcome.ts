import { PROBLEMS } from './codes.ts'
import type { Words } from './condition.ts'
import type { StepContext } from './flow-context.ts'
import type { OnOutcome } from './journey.ts'
import { helpWith } from './nearest.ts'
import { readMap } from './read-map.ts'
import { readNext } from './read-next.ts'
import { readPlainWords } from './read-words.ts'
import type { MapNode, Node, Pair } from './tree.ts'

export const OUTCOME_SHAPE = { what: 'an outcome', keys: ['error', 'notice', 'next'] } as const
const NO_WORDS: Words = { format: 'text', parts: [''] }

/** What follows an outcome: a target, a list of them, `{ error }`, `{ notice }`, or `{ notice, next }`. */
export function readOutcome(node: Node, context: StepContext): OnOutcome | undefined {
  if (node.is !== 'map') return { then: 'go', next: readNext(node, context) }
  const { report } = context.reading
  const map = readMap(node, OUTCOME_SHAPE, report)
  const error = map?.get('error')
  const notice = map?.get('notice')
  if (error && notice)
    report(PROBLEMS.keysExclude, node, 'An outcome is either an "error" or a "notice".')
  const next = map?.get('next')
  if (next && !notice)
    report(
      PROBLEMS.keysExclude,
      next,
      'In a map "next" stands beside a "notice".',
      'Write the target alone, without a map, or add a "notice".',
    )
  if (error) return { then: 'error', ...readError(error, context) }
  if (notice) {
    const message = readPlainWords(notice, 'the notice', context.words) ?? NO_WORDS
    return next
      ? { then: 'go', next: readNext(next, context), message }
      : { then: 'notice', message }
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
  const [pair, ...more] = node.is === 'map' && !isWordsInBraces(node) ? node.pairs : []
  if (!pair) return { message: readPlainWords(node, 'the error', context.words) ?? NO_WORDS }
  for (const other of more) reportSecond(other, node, context)
  const message = readPlainWords(pair.value, 'the error', context.words) ?? NO_WORDS
  return { field: readErrorField(pair, context), message }
}

/** `{firstName}`, which was meant as words. */
function isWordsInBraces(node: MapNode): boolean {
  return (
    node.braces && node.pairs.every(({ value }) => value.is === 'scalar' && value.absent === true)
  )
}

function reportSecond({ key, keyAt }: Pair, node: Node, { asked, reading }: StepContext): void {
  const isWords = node.is === 'map' && node.braces && !asked.has(key)
  const problem = isWords ? PROBLEMS.needsQuotes : PROBLEMS.keysExclude
  const help = isWords
    ? 'Inside of braces a comma ends a value. Put quotes around the words.'
    : 'Write one field.'
  const message = `An error belongs to one field, and "${key}" stands here too.`
  reading.report(problem, keyAt, message, help)
}

function readErrorField({ key, keyAt }: Pair, { asked, names, reading }: StepContext): string {
  const [name = ''] = key.split('.')
  if (!asked.has(name) && !names.unreadable.has(name)) {
    const help = helpWith(key, asked.keys(), 'fields')
    reading.report(PROBLEMS.unknownField, keyAt, `This page does not ask for "${key}".`, help)
  }
  return name
}
