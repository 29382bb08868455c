import { gapIn } from './coverage.ts'
import { type Check, nextsOf } from './subject.ts'

const OPEN = { code: 'FP0808', severity: 'error' } as const
const MAY_BE_OPEN = { code: 'FP0809', severity: 'warning' } as const

/** A list of targets of which none may hold. */
export const checkLists: Check = (subject) => {
  const { journey, marks, report } = subject
  for (const step of journey.steps)
    for (const next of nextsOf(step)) {
      const last = next.at(-1)
      const at = last && marks.get(last)
      const conditions = next.flatMap((entry) => entry.when ?? [])
      if (!at || conditions.length < next.length) continue
      const gap = gapIn(conditions, step, subject)
      if (!gap) continue
      const help = 'Add a last entry without "when": { to: … }.'
      if (gap.certain) report(OPEN, at, `Nothing follows when ${gap.words}.`, help)
      else
        report(
          MAY_BE_OPEN,
          at,
          `It cannot be told whether something always follows: nothing does when ${gap.words}.`,
          help,
        )
    }
}
