import type { Step } from '../journey/journey.ts'
import { reachable } from './edges.ts'
import type { Check } from './subject.ts'

const UNREACHABLE = { code: 'FP0801', severity: 'error' } as const

/** A step to which nothing leads. */
export const checkUnreachable: Check = ({ journey, marks, report, ...subject }) => {
  const seen = reachable(journey, subject)
  for (const step of journey.steps) {
    const at = marks.nameOf(step)
    if (seen.has(step.id) || !at) continue
    report(
      UNREACHABLE,
      at,
      `Nothing leads to the step "${step.id}".`,
      passedBy(step, journey.steps) ?? `Name it in a "next", an "on" or a link, or take it away.`,
    )
  }
}

/** The step before says where it leads; that is so for those too whom it is not shown to. */
function passedBy(step: Step, steps: readonly Step[]): string | undefined {
  const before = steps[steps.indexOf(step) - 1]
  const [only, ...others] = before?.next ?? []
  const isPast = only && !only.when && others.length === 0 && only.to !== step.id
  if (!before?.when || !isPast) return undefined
  return `"${before.id}" leads to "${only.to}", and so it does for those whom it is not shown to: take its "next" away, or name "${step.id}" in a "next", an "on" or a link.`
}
