import { pathsOf } from './paths/paths.ts'
import { NONE } from './paths/sets.ts'
import { SENT } from './paths/wanted.ts'
import type { Check } from './subject.ts'

const EARLY = { code: 'FP0804', severity: 'error' } as const

/** A confirmation that can be reached before anything was sent. */
export const checkConfirmations: Check = (subject) => {
  const { journey, marks, report } = subject
  const paths = pathsOf(subject)
  const sent = paths.formulas.variable(SENT)
  for (const step of journey.steps) {
    const at = marks.get(step, 'kind') ?? marks.nameOf(step)
    const isGuarded = step.requires.some(({ fact }) => fact === 'submitted')
    const site = paths.graph.shown.get(step)
    if (step.kind !== 'confirmation' || isGuarded || !at || !site || !sent) continue
    const { sets } = paths.formulas
    const unsent = sets.and(paths.at(site), sets.where(sent.index, [0]))
    const way = unsent === NONE ? undefined : paths.wayTo(site, unsent, step)
    if (!way) continue
    const message = `The confirmation "${step.id}" can be reached before the answers are sent.`
    const help =
      'Let a button before it run "submit-request"; or write "kind: exit" or "kind: content" for a page that confirms nothing.'
    report(EARLY, at, message, help, way.witness)
  }
}
