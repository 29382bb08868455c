import { PROBLEMS } from './codes.ts'
import type { FlowContext } from './flow-context.ts'
import type { StepKind } from './journey.ts'
import type { MapReader } from './read-map.ts'
import { readWord } from './read-scalar.ts'

export const STEP_KINDS = [
  'question',
  'content',
  'check-answers',
  'confirmation',
  'exit',
  'task-list',
] as const

/** The kind of a step, said or inferred; a kind that does not go with its fields is reported. */
export function readStepKind(map: MapReader, { reading }: FlowContext): StepKind {
  const node = map.get('kind')
  const asking = ['fields', 'repeat'].find((key) => map.has(key))
  if (!node) return inferredKind(map, asking !== undefined)
  const kind = readWord(node, STEP_KINDS, '"kind"', reading.report)
  // Which was meant is not known: one that needs nothing.
  if (!kind) return asking ? 'question' : 'check-answers'
  if (kind === 'question' && !asking) {
    const help = 'Add "fields", or write "kind: content".'
    reading.report(
      PROBLEMS.keysExclude,
      node,
      'A step of kind "question" asks for something.',
      help,
    )
  }
  if (asking && kind !== 'question' && kind !== 'check-answers') {
    const help = 'Ask for them on a step of kind "question".'
    const message = `A step of kind "${kind}" asks for nothing.`
    reading.report(PROBLEMS.keysExclude, map.keyAt(asking), message, help)
  }
  return kind
}

function inferredKind(map: MapReader, asks: boolean): StepKind {
  if (map.has('tasks')) return 'task-list'
  if (asks) return 'question'
  return map.has('of') ? 'check-answers' : 'content'
}
