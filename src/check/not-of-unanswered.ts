import type { Condition, Operand } from '../journey/condition.ts'
import { operandsOf } from '../journey/condition-operands.ts'
import { type Check, nextsOf } from './subject.ts'

const TRUE_UNANSWERED = { code: 'FP0510', severity: 'warning' } as const

/** `not: { x: a }` is true while x is unanswered, which authors seldom mean when x may stay so. */
export const checkNegations: Check = ({ journey, marks, report }) => {
  const isOptional = (operand: Operand) =>
    operand.from === 'answer' &&
    operand.path.length === 1 &&
    journey.fields.get(operand.path[0] ?? '')?.required === false
  const warn = (part: object, condition: Condition | undefined, key = 'when') => {
    const open = condition && openNegations(condition, new Set()).find(isOptional)
    const at = marks.get(part, key) ?? marks.get(part)
    if (!open || open.from !== 'answer' || !at) return
    const name = open.path.join('.')
    const help = `If that is not meant, write { ${name}: { not: { const: … } } }, or add { ${name}: { answered: true } }.`
    report(
      TRUE_UNANSWERED,
      at,
      `This is true also while "${name}" is not answered, which it need not be.`,
      help,
    )
  }
  for (const step of journey.steps) {
    warn(step, step.when)
    for (const part of [...step.entries, ...step.buttons, ...step.links, ...nextsOf(step).flat()])
      warn(part, part.when)
  }
}

/** What stands below a `not` without being said to be answered beside it. */
function openNegations(condition: Condition, answered: ReadonlySet<string>): readonly Operand[] {
  switch (condition.is) {
    case 'all': {
      const more = condition.of.flatMap((one) => (isAnswered(one) ? [JSON.stringify(one.of)] : []))
      return condition.of.flatMap((one) => openNegations(one, new Set([...answered, ...more])))
    }
    case 'any':
      return condition.of.flatMap((one) => openNegations(one, answered))
    case 'not': {
      const { of } = condition
      const isAboutAnswering = of.is === 'answered' || isAnswered(of)
      return isAboutAnswering
        ? []
        : operandsOf(of).filter((operand) => !answered.has(JSON.stringify(operand)))
    }
    default:
      return []
  }
}

function isAnswered(condition: Condition): condition is Extract<Condition, { is: 'test' }> {
  return condition.is === 'test' && condition.test.test === 'answered'
}
