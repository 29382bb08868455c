import { pathsOf } from './paths/paths.ts'
import { EVERY } from './paths/sets.ts'
import type { Check } from './subject.ts'

const HIDDEN = { code: 'FP0820', severity: 'error' } as const
const MAY_BE_HIDDEN = { code: 'FP0821', severity: 'warning' } as const

/** An ending that is not shown to some who come to it, and that nothing follows. */
export const checkEndings: Check = (subject) => {
  const { graph, wayTo } = pathsOf(subject)
  for (const gap of graph.gaps) {
    const { step, next, skipped } = gap
    const at = subject.marks.get(step, 'when') ?? subject.marks.nameOf(step)
    if (!skipped || next.length > 0 || !at) continue
    const way = wayTo(gap, EVERY, step)
    if (!way) continue
    const { words } = way.witness
    const help = 'Take "when" away, or say with "next" where the others go.'
    const sure = `Nobody sees an ending when ${words}: "${step.id}" is not shown then, and nothing follows it.`
    const doubt = `It cannot be told whether everybody sees an ending: "${step.id}" is not shown when ${words}, and nothing follows it.`
    if (way.isCertain) subject.report(HIDDEN, at, sure, help, way.witness)
    else subject.report(MAY_BE_HIDDEN, at, doubt, help, way.witness)
  }
}
