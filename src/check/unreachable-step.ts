import type { Step } from '../journey/journey.ts'
import { reachable, waysFrom } from './edges.ts'
import type { Check } from './subject.ts'

const UNREACHABLE = { code: 'FP0801', severity: 'error' } as const

/** A step to which nothing leads; not those that only such a step leads to. */
export const checkUnreachable: Check = ({ journey, marks, report, ...subject }) => {
  const seen = reachable(journey, subject)
  const lost = journey.steps.filter(({ id }) => !seen.has(id))
  const from = (id: string) => reachable({ ...journey, start: id }, subject)
  const leads = lost.map((step) => waysFrom(step, subject).edges.map(({ to }) => to))
  const told = new Set<string>()
  for (const step of lost) {
    const at = marks.nameOf(step)
    const behind = from(step.id)
    const isLedTo = lost.some(
      ({ id }, index) => id !== step.id && leads[index]?.includes(step.id) && !behind.has(id),
    )
    if (!at || isLedTo || told.has(step.id)) continue
    for (const id of behind) told.add(id)
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
