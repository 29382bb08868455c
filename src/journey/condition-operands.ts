import type { Condition, Operand, Test } from './condition.ts'

/** All that a condition reads, in order. */
export function operandsOf(condition: Condition): readonly Operand[] {
  switch (condition.is) {
    case 'all':
    case 'any':
      return condition.of.flatMap(operandsOf)
    case 'not':
      return operandsOf(condition.of)
    case 'answered':
      return condition.of
    case 'test':
      return [condition.of, ...othersOf(condition.test)]
    case 'fact':
      return []
  }
}

/** Answers without which a check is not made: all that it tests, but not what it only asks to be answered. */
export function testedOperands(condition: Condition): readonly Operand[] {
  switch (condition.is) {
    case 'all':
    case 'any':
      return condition.of.flatMap(testedOperands)
    case 'not':
      return testedOperands(condition.of)
    case 'test':
      return condition.test.test === 'answered'
        ? []
        : operandsOf(condition).filter(({ from }) => from === 'answer')
    default:
      return []
  }
}

function othersOf(test: Test): readonly Operand[] {
  if (test.test === 'same-as') return [test.other]
  if (test.test === 'compare') return [test.to]
  return test.test === 'date' && test.to.is === 'answer'
    ? [{ from: 'answer', path: test.to.path }]
    : []
}
