import type { Condition, Operand } from '../journey/condition.ts'
import { operandsOf } from '../journey/condition-operands.ts'
import { type Check, nextsOf, type Subject } from './subject.ts'

const TRUE_UNANSWERED = { code: 'FP0510', severity: 'warning' } as const

/** `not: { x: a }` is true while x is unanswered, which authors seldom mean when x may stay so. */
export const checkNegations: Check = (subject) => {
  for (const step of subject.journey.steps) {
    checkPart(step, subject)
    const parts = [...step.entries, ...step.buttons, ...step.links, ...nextsOf(step).flat()]
    for (const part of parts) checkPart(part, subject)
  }
}

function checkPart(part: { readonly when?: Condition }, { journey, marks, report }: Subject): void {
  const { when } = part
  const at = when && (marks.get(part, 'when') ?? marks.get(part))
  if (!at) return
  const names = openNegations(when, new Set()).flatMap((operand) =>
    operand.from === 'answer' && operand.path.length === 1 ? operand.path : [],
  )
  const name = names.find((one) => journey.fields.get(one)?.required === false)
  if (name === undefined) return
  const help = `If that is not meant, write { ${name}: { not: { const: … } } }, or add { ${name}: { answered: true } }.`
  const message = `This is true also while "${name}" is not answered, which it need not be.`
  report(TRUE_UNANSWERED, at, message, help)
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
