import { PROBLEMS } from './codes.ts'
import type { FlowContext, StepContext } from './flow-context.ts'
import type { Next } from './journey.ts'
import { helpWith } from './nearest.ts'
import { readCondition } from './read-condition.ts'
import { readMap } from './read-map.ts'
import { readName } from './read-scalar.ts'
import type { Node } from './tree.ts'

export const NEXT_SHAPE = {
  what: 'an entry of "next"',
  keys: ['when', 'to'],
  required: ['to'],
} as const

/** The target that leads back to the calling journey. */
export const RETURN = '$return'

/** A step's id, `$return`, or an ordered list of `{ when?, to }`. */
export function readNext(node: Node, context: StepContext): Next {
  const { reading } = context
  if (node.is === 'scalar') {
    const entry = { to: readTarget(node, context) }
    reading.marks.set(entry, node)
    return [entry]
  }
  if (node.is === 'map') {
    const help = 'Write a list: [{ when: …, to: … }, { to: … }].'
    reading.report(
      PROBLEMS.wrongType,
      node,
      'A step or a list was expected here, and there is a map.',
      help,
    )
    return []
  }
  if (node.items.length === 0)
    reading.report(PROBLEMS.wrongValue, node, 'This list leads nowhere.', 'Put { to: … } into it.')
  return node.items.map((item) => {
    const map = readMap(item, NEXT_SHAPE, reading.report)
    const when = map?.get('when')
    const to = map?.get('to')
    const entry = {
      ...(when && { when: readCondition(when, context.condition) }),
      to: to ? readTarget(to, context) : UNKNOWN,
    }
    reading.marks.set(entry, item)
    return entry
  })
}

/** Stands where a target could not be read. */
export const UNKNOWN = '?'

function readTarget(node: Node, context: FlowContext): string {
  const name = readName(node, 'a target', context.reading.report)
  if (name === undefined || name === RETURN) return name ?? UNKNOWN
  return checkStep(name, node, context) ? name : UNKNOWN
}

/** Whether there is such a step; reported where not. */
export function checkStep(name: string, node: Node, { stepIds, reading }: FlowContext): boolean {
  if (stepIds.has(name)) return true
  reading.report(
    PROBLEMS.unknownStep,
    node,
    `There is no step "${name}".`,
    helpWith(name, name.startsWith('$') ? [RETURN, ...stepIds] : stepIds, 'steps'),
  )
  return false
}
