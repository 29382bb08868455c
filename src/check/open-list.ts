import type { Next, Step } from '../journey/journey.ts'
import { gapIn } from './coverage.ts'
import { type Check, nextsOf, type Subject } from './subject.ts'

const OPEN = { code: 'FP0808', severity: 'error' } as const
const MAY_BE_OPEN = { code: 'FP0809', severity: 'warning' } as const

/** A list of targets of which none may hold. */
export const checkLists: Check = (subject) => {
  for (const step of subject.journey.steps)
    for (const next of nextsOf(step)) checkList(next, step, subject)
}

function checkList(next: Next, step: Step, subject: Subject): void {
  const last = next.at(-1)
  const at = last && subject.marks.get(last)
  const conditions = next.flatMap((entry) => entry.when ?? [])
  const gap = conditions.length === next.length ? gapIn(conditions, step, subject) : undefined
  if (!at || !gap) return
  const help = 'Add a last entry without "when": { to: … }.'
  const doubt = `It cannot be told whether something always follows: nothing does when ${gap.words}.`
  if (gap.certain) subject.report(OPEN, at, `Nothing follows when ${gap.words}.`, help)
  else subject.report(MAY_BE_OPEN, at, doubt, help)
}
