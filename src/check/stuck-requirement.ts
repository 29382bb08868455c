import { earnedFacts, giversOf } from './earned-facts.ts'
import { pathsOf } from './paths/paths.ts'
import type { Check } from './subject.ts'

const NO_PATH_GIVES = { code: 'FP0727', severity: 'error' } as const

/** A fact that a step requires, and that some path to it gives nobody a chance to earn. */
export const checkEarnedBefore: Check = (subject) => {
  const paths = pathsOf(subject)
  const { sets } = paths.formulas
  const earned = earnedFacts(subject)
  for (const step of subject.journey.steps)
    for (const required of step.requires) {
      const { fact } = required
      const at = subject.marks.get(required)
      const site = paths.graph.entered.get(step)
      const isElsewhere =
        giversOf(fact, subject).length > 0 || (fact === 'invited' && subject.journey.invitation)
      if (!at || !site || !earned?.has(fact) || isElsewhere) continue
      const lacking = [`fact:${fact}`, `mark:gives ${fact}`].reduce((states, key) => {
        const variable = paths.formulas.variable(key)
        return variable ? sets.and(states, sets.where(variable.index, [0])) : states
      }, paths.at(site))
      const way = paths.wayTo(site, lacking, step)
      if (!way?.isPlayable) continue
      const message = `Nothing on the path gives "${fact}" before this step: who comes here is stuck when ${way.witness.words}.`
      const help = `Run an action that gives "${fact}" on every path that leads here.`
      subject.report(NO_PATH_GIVES, at, message, help, way.witness)
    }
}
