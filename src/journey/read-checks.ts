import type { Words } from './condition.ts'
import { testedOperands } from './condition-operands.ts'
import type { StepContext } from './flow-context.ts'
import type { Check } from './journey.ts'
import { readCondition } from './read-condition.ts'
import { readList, readMap } from './read-map.ts'
import { readError } from './read-outcome.ts'
import type { Node } from './tree.ts'

export const CHECK_SHAPE = {
  what: 'a check',
  keys: ['must', 'error'],
  required: ['must', 'error'],
} as const

/** `checks`: what must hold after the fields are right by themselves. Secrets of the step may be tested here. */
export function readChecks(node: Node | undefined, context: StepContext): readonly Check[] {
  const { report, marks } = context.reading
  return readList(node, '"checks"', report).flatMap((item) => {
    const map = readMap(item, CHECK_SHAPE, report)
    const must = map?.get('must')
    const error = map?.get('error')
    if (!must || !error) return []
    const condition = readCondition(must, { ...context.condition, secrets: context.secrets })
    const message: { readonly field?: string; readonly message: Words } = readError(error, context)
    const check: Check = { must: condition, operands: testedOperands(condition), ...message }
    marks.set(check, item)
    return [check]
  })
}
