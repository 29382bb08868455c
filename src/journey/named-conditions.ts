import type { Field } from '../fields/field.ts'
import { PROBLEMS } from './codes.ts'
import type { Condition } from './condition.ts'
import { type ConditionContext, NEVER } from './condition-context.ts'
import { operandsOf } from './condition-operands.ts'
import type { Names } from './names.ts'
import { helpWith } from './nearest.ts'
import { readCondition } from './read-condition.ts'
import { checkId } from './read-scalar.ts'
import type { Reading } from './reading.ts'
import type { Node, Pair, Spot } from './tree.ts'

/** The top level's `conditions:`. */
export interface NamedConditions {
  /** The condition of an id, for a place with these names; unknown ones are reported. */
  find(id: string, at: Spot, names: Names): Condition | undefined
  /** Reads those that nothing has asked for, so that their problems are found too. */
  readRest(): void
  /** Those that neither a place nor another condition has named so far. */
  unused(): readonly Pair[]
}

/** Conditions may name each other in any order; circles are reported. */
export function createNamedConditions(
  node: Node | undefined,
  names: Names,
  reading: Reading,
): NamedConditions {
  const { report } = reading
  const pairs = new Map<string, Pair>()
  if (node && node.is !== 'map')
    report(PROBLEMS.wrongType, node, 'A map of conditions by name was expected for "conditions".')
  for (const pair of node?.is === 'map' ? node.pairs : []) {
    checkId(pair.key, 'a condition', pair.keyAt, report)
    pairs.set(pair.key, pair)
  }
  const known = new Map<string, Condition | undefined>()
  const used = new Set<string>()
  const read = (id: string, at: Spot): Condition | undefined => {
    const pair = pairs.get(id)
    if (!pair) {
      report(
        PROBLEMS.unknownCondition,
        at,
        `There is no condition "${id}".`,
        helpWith(id, pairs.keys(), 'conditions'),
      )
      return undefined
    }
    if (known.has(id)) {
      const found = known.get(id)
      if (!found)
        report(
          PROBLEMS.circularCondition,
          at,
          `The condition "${id}" leads back to itself.`,
          'Write out what must hold.',
        )
      return found
    }
    known.set(id, undefined)
    const named: ConditionContext['named'] = (name, place) => {
      used.add(name)
      return read(name, place)
    }
    const context: ConditionContext = { names, report, named, secrets: new Set() }
    const condition = readCondition(pair.value, context)
    known.set(id, condition)
    // One that only stands for another keeps the name that it was given first.
    if (condition !== NEVER && !reading.marks.nameOf(condition))
      reading.marks.set(condition, pair.value, pair.keyAt)
    return condition
  }
  return {
    unused: () => [...pairs.values()].filter(({ key }) => !used.has(key)),
    find: (id, at, here) => {
      used.add(id)
      const condition = read(id, at)
      return condition && isUsable(condition, id, at, here, reading) ? condition : undefined
    },
    readRest: () => {
      for (const pair of pairs.values()) if (!known.has(pair.key)) read(pair.key, pair.keyAt)
    },
  }
}

/** A condition on what is asked for each item has no meaning outside of the repeat. */
function isUsable(
  condition: Condition,
  id: string,
  at: Spot,
  names: Names,
  { report }: Reading,
): boolean {
  for (const operand of operandsOf(condition)) {
    if (operand.from !== 'answer') continue
    const [first = ''] = operand.path
    if (
      [names.fields, names.item, names.earlier, names.unreadable].some((known) => known?.has(first))
    )
      continue
    const help = 'Use it in the steps of that repeat only.'
    report(
      PROBLEMS.wrongTest,
      at,
      `The condition "${id}" tests "${first}", which is asked for each item of a repeat.`,
      help,
    )
    return false
  }
  return true
}

/** The names that conditions see: the journey's, and the parts of all repeats. */
export function withAllParts(names: Names): Names {
  const parts = new Map<string, Field>()
  for (const field of names.fields.values())
    if (field.kind === 'repeat') for (const part of field.parts) parts.set(part.name, part)
  return { ...names, fields: new Map([...parts, ...names.fields]) }
}
