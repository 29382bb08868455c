import type { Condition } from '../../journey/condition.ts'
import { operandsOf } from '../../journey/condition-operands.ts'
import type { Step } from '../../journey/journey.ts'
import type { Subject } from '../subject.ts'
import { conditionsOf, testsIn } from './condition-places.ts'
import { answersIn } from './intervals.ts'
import type { Group } from './order.ts'
import { keyOf, testKey } from './wanted.ts'

/** What conditions join: the variables of each, and of each part of it; and with them what is asked only where it holds. */
export function relatedIn(
  subject: Subject,
  indexOf: (key: string) => number | undefined,
  askedBy: (name: string, step: Step) => Group,
): readonly Group[] {
  return subject.journey.steps.flatMap((step) => {
    const groupOf = (condition: Condition): Group => {
      const operands = operandsOf(condition)
      const parts = operands.flatMap((one) => {
        const rule = one.from === 'value' ? subject.journey.values[one.key] : undefined
        return rule ? answersIn(rule, subject.journey) : []
      })
      const keys = [
        ...[...operands, ...parts].map((operand) => keyOf(operand, step, subject)),
        ...testsIn(condition).map(({ of, test }) => testKey(of, test, step, subject)),
      ]
      return [...new Set(keys.flatMap((key) => indexOf(key) ?? []))]
    }
    const own = step.entries.flatMap((entry) =>
      entry.is === 'field' ? [{ entry, asked: askedBy(entry.field.name, step) }] : [],
    )
    const opened = own.flatMap(({ entry, asked }) =>
      [step.when, entry.when].flatMap((when) => (when ? [[...groupOf(when), ...asked]] : [])),
    )
    return [...conditionsOf(step).flatMap((one) => partsOf(one).map(groupOf)), ...opened]
  })
}

function partsOf(condition: Condition): readonly Condition[] {
  if (condition.is === 'not') return partsOf(condition.of)
  if (condition.is !== 'all' && condition.is !== 'any') return [condition]
  return [condition, ...condition.of.flatMap(partsOf)]
}
