import { earnedFacts, giversOf } from './earned-facts.ts'
import type { Check } from './subject.ts'

const UNEARNED = { code: 'FP0720', severity: 'error' } as const
const UNCLEAR = { code: 'FP0721', severity: 'error' } as const

/** A fact that a step requires and that neither this journey nor exactly one other gives. */
export const checkRequirements: Check = (subject) => {
  const earned = earnedFacts(subject)
  if (!earned) return
  for (const requirement of subject.journey.steps.flatMap((step) => step.requires)) {
    const { fact } = requirement
    const at = subject.marks.get(requirement)
    const givers = giversOf(fact, subject)
    if (!at || earned.has(fact) || givers.length === 1) continue
    if (givers.length === 0) {
      const message = `No step of this journey gives "${fact}", and no other journey does.`
      const help = 'Run an action that gives it before, or take it out of "requires".'
      subject.report(UNEARNED, at, message, help)
    } else {
      const help = 'Add a button with "journey:" that says which of them.'
      subject.report(UNCLEAR, at, `Several journeys give "${fact}": ${givers.join(', ')}.`, help)
    }
  }
}
