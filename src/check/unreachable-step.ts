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
      `Name it in a "next", an "on" or a link, or take it away.`,
    )
  }
}
