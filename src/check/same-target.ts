import { type Check, nextsOf } from './subject.ts'

const SAME = { code: 'FP0827', severity: 'warning' } as const

/** An entry that leads where everybody else is led to as well. */
export const checkSameTargets: Check = ({ journey, marks, report }) => {
  for (const next of journey.steps.flatMap(nextsOf)) {
    const [last, before] = next.toReversed()
    const at = before && (marks.get(before, 'to') ?? marks.get(before))
    if (!at || last?.when || !before.when || before.to !== last?.to || before.to === '?') continue
    const message = `This entry makes no difference: the one behind it leads to "${before.to}" too.`
    report(SAME, at, message, 'Name another step, or take it away.')
  }
}
