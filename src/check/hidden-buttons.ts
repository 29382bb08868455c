import { holds } from '../flow/conditions.ts'
import type { Step } from '../journey/journey.ts'
import { pathsOf } from './paths/paths.ts'
import { NONE } from './paths/sets.ts'
import type { Check, Subject } from './subject.ts'

const HIDDEN = { code: 'FP0810', severity: 'error' } as const
const MAY_BE_HIDDEN = { code: 'FP0811', severity: 'warning' } as const

/** A page on which all buttons may be hidden at once, when it comes without answers of its own. */
export const checkHiddenButtons: Check = (subject) => {
  for (const step of subject.journey.steps)
    if (step.buttons.length > 0 && step.buttons.every((button) => button.when))
      checkStep(step, subject)
}

function checkStep(step: Step, subject: Subject): void {
  const paths = pathsOf(subject)
  const { sets, holding } = paths.formulas
  const at = subject.marks.keyOf(step, 'buttons') ?? subject.marks.nameOf(step)
  const site = paths.graph.shown.get(step)
  if (!at || !site) return
  const shown = step.buttons.reduce(
    (any, { when }) => (when ? sets.or(any, holding(when, step)) : any),
    NONE,
  )
  const hidden = sets.minus(paths.at(site), shown)
  const way = paths.wayTo(site, hidden, step, ({ before }) =>
    step.buttons.every(({ when }) => when && !holds(when, before)),
  )
  if (!way) return
  const { words } = way.witness
  const help = 'Leave "when" out on one of them.'
  if (way.isCertain)
    subject.report(
      HIDDEN,
      at,
      `All buttons of this page are hidden when ${words}.`,
      help,
      way.witness,
    )
  else
    subject.report(
      MAY_BE_HIDDEN,
      at,
      `It cannot be told whether a button is always shown: all of them are hidden when ${words}.`,
      help,
      way.witness,
    )
}
