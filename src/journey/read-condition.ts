import { PROBLEMS } from './codes.ts'
import type { Condition } from './condition.ts'
import { allOf, type ConditionContext, NEVER, operandNamed } from './condition-context.ts'
import { helpWith } from './nearest.ts'
import { readList, readMap } from './read-map.ts'
import { readName } from './read-scalar.ts'
import { readTest } from './read-test.ts'
import type { MapNode, Node, Pair } from './tree.ts'

/** A condition in any of the forms of FORMAT.md (Conditions). Problems are reported; then it never holds. */
export function readCondition(node: Node, context: ConditionContext): Condition {
  if (node.is === 'list') {
    context.report(
      PROBLEMS.wrongType,
      node,
      'A condition is a name or a map.',
      'Write { all: [ … ] } or { any: [ … ] }.',
    )
    return NEVER
  }
  if (node.is === 'scalar') {
    const name = readName(node, 'a condition', context.report)
    return (name === undefined ? undefined : context.named(name, node)) ?? NEVER
  }
  if (node.pairs.length === 0) {
    context.report(
      PROBLEMS.wrongValue,
      node,
      'This condition is empty.',
      'Say what must hold, or take it away.',
    )
    return NEVER
  }
  return allOf(node.pairs.map((pair) => readPair(pair, node, context)))
}

function readPair(pair: Pair, map: MapNode, context: ConditionContext): Condition {
  const { key, value } = pair
  switch (key) {
    case 'all':
    case 'any':
      return { is: key, of: readMany(value, key, context) }
    case 'not':
      return { is: 'not', of: readCondition(value, context) }
    case 'fact':
      return readFact(value, context)
    case 'answered':
      return readAnswered(pair, context)
    default:
      return readOperandTest(pair, map, context)
  }
}

function readMany(node: Node, key: string, context: ConditionContext): readonly Condition[] {
  const items = readList(node, `"${key}"`, context.report)
  if (node.is === 'list' && items.length === 0)
    context.report(
      PROBLEMS.wrongValue,
      node,
      `The list of "${key}" is empty.`,
      'Put conditions into it.',
    )
  return items.map((item) => readCondition(item, context))
}

function readFact(node: Node, { names, report }: ConditionContext): Condition {
  const fact = readName(node, 'a fact', report)
  if (fact === undefined) return NEVER
  if (!names.facts.has(fact)) {
    report(
      PROBLEMS.unknownFact,
      node,
      `There is no fact "${fact}".`,
      helpWith(fact, names.facts.keys(), 'facts'),
    )
    return NEVER
  }
  return { is: 'fact', fact }
}

export const ANSWERED_SHAPE = {
  what: '"answered"',
  keys: ['atLeast', 'of'],
  required: ['atLeast', 'of'],
} as const

/** `answered: { atLeast: 1, of: [mobile, landline] }` */
function readAnswered({ value, keyAt }: Pair, context: ConditionContext): Condition {
  const { report } = context
  const map = readMap(value, ANSWERED_SHAPE, report, keyAt)
  const least = map?.get('atLeast')
  const list = readList(map?.get('of'), '"of"', report)
  const of = list.flatMap((item) => {
    const name = readName(item, 'a field', report)
    const found = name === undefined ? undefined : operandNamed(name, item, context)
    return found ? [found.operand] : []
  })
  const atLeast = least?.is === 'scalar' ? Number(least.value) : 0
  const isPossible = Number.isInteger(atLeast) && atLeast >= 1 && atLeast <= list.length
  if (least && list.length > 0 && !isPossible)
    report(PROBLEMS.wrongValue, least, `"atLeast" must be a whole number from 1 to ${list.length}.`)
  return { is: 'answered', atLeast, of }
}

function readOperandTest(
  { key, keyAt, value }: Pair,
  map: MapNode,
  context: ConditionContext,
): Condition {
  const found = operandNamed(key, keyAt, context)
  if (found) return readTest({ ...found, name: key }, value, context)
  const isName = map.braces && value.is === 'scalar' && value.absent
  if (isName)
    context.report(
      PROBLEMS.needsQuotes,
      keyAt,
      `"${key}" has no value here.`,
      'A condition is written { field: value }.',
    )
  return NEVER
}
