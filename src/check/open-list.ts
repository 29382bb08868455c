import { holds } from '../flow/conditions.ts'
import { pathsOf } from './paths/paths.ts'
import { EVERY, NONE } from './paths/sets.ts'
import type { Check } from './subject.ts'

const OPEN = { code: 'FP0808', severity: 'error' } as const
const MAY_BE_OPEN = { code: 'FP0809', severity: 'warning' } as const

/** A list of targets of which none may hold. */
export const checkLists: Check = (subject) => {
  const paths = pathsOf(subject)
  for (const gap of paths.graph.gaps) {
    const last = gap.next.at(-1)
    const at = last && subject.marks.get(last)
    if (!at || paths.at(gap) === NONE) continue
    const way = paths.wayTo(gap, EVERY, gap.step, ({ scope }) =>
      gap.next.every(({ when }) => when && !holds(when, scope)),
    )
    if (!way) continue
    const { words } = way.witness
    const help = 'Add a last entry without "when": { to: … }.'
    const doubt = `It cannot be told whether something always follows: nothing does when ${words}.`
    if (way.isCertain) subject.report(OPEN, at, `Nothing follows when ${words}.`, help, way.witness)
    else subject.report(MAY_BE_OPEN, at, doubt, help, way.witness)
  }
}
