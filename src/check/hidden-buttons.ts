import { holds } from '../flow/conditions.ts'
import { operandsOf } from '../journey/condition-operands.ts'
import type { Button, Step } from '../journey/journey.ts'
import { gapIn } from './coverage.ts'
import type { Check, Subject } from './subject.ts'

const HIDDEN = { code: 'FP0810', severity: 'error' } as const
const MAY_BE_HIDDEN = { code: 'FP0811', severity: 'warning' } as const

/** A page on which all buttons may be hidden at once. */
export const checkHiddenButtons: Check = (subject) => {
  const { journey, marks, report } = subject
  for (const step of journey.steps) {
    const at = marks.keyOf(step, 'buttons') ?? marks.nameOf(step)
    if (!at || step.buttons.length === 0 || step.buttons.some((button) => !button.when)) continue
    const help = 'Leave "when" out on one of them.'
    if (areHiddenAtFirst(step, subject)) {
      report(
        HIDDEN,
        at,
        'All buttons of this page are hidden until its own questions are answered, and so they never are.',
        help,
      )
      continue
    }
    const gap = gapIn(
      step.buttons.flatMap((button) => button.when ?? []),
      step,
      subject,
    )
    if (gap)
      report(MAY_BE_HIDDEN, at, `All buttons of this page are hidden when ${gap.words}.`, help)
  }
}

/** Buttons that wait for the answers of the page that they stand on: it comes without answers. */
function areHiddenAtFirst(step: Step, { journey, contracts }: Subject): boolean {
  const own = new Set(
    step.entries.flatMap((entry) => (entry.is === 'field' ? [entry.field.name] : [])),
  )
  const isOwn = (button: Button) =>
    button.when !== undefined &&
    operandsOf(button.when).length > 0 &&
    operandsOf(button.when).every(
      (operand) => operand.from === 'answer' && own.has(operand.path[0] ?? ''),
    )
  const world = {
    journey,
    contracts,
    journeyGives: new Map(),
    now: 0,
    today: '2026-06-15',
    language: 'en',
    session: '',
    facts: [],
    invitation: {},
    given: {},
    query: {},
  }
  return step.buttons.every(
    (button) => isOwn(button) && button.when && !holds(button.when, { world, answers: {} }),
  )
}
