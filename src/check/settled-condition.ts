import { operandsOf } from '../journey/condition-operands.ts'
import type { Spot } from '../journey/tree.ts'
import { readsNeverAsked } from './never-asked.ts'
import { factsIn } from './paths/condition-places.ts'
import { type Tried, triedConditions } from './paths/tried.ts'
import { type Check, nextsOf, type Subject } from './subject.ts'

const NEVER = { code: 'FP0812', severity: 'error' } as const
const ALWAYS = { code: 'FP0813', severity: 'error' } as const

/** A condition that no path that leads there lets be true, or that every one does. */
export const checkSettled: Check = (subject) => {
  const closing = lastOfLists(subject)
  for (const tried of triedConditions(subject)) {
    if (isConstant(tried) || readsNeverAsked(tried, subject)) continue
    if (!tried.holds) reportNever(tried, subject)
    else if (isAlways(tried) && !closing.has(tried.at)) reportAlways(tried, subject)
  }
}

function isAlways(tried: Tried): boolean {
  return !tried.fails && !tried.isCheck && isAboutAnswers(tried)
}

/** The last entry of a list may say when it is taken, though nothing else is left. */
function lastOfLists({ journey, marks }: Subject): ReadonlySet<Spot | undefined> {
  const last = journey.steps.flatMap(nextsOf).flatMap((next) => next.at(-1) ?? [])
  return new Set(last.map((entry) => marks.get(entry, 'when')))
}

/** Facts lapse with time, and sources change: that they are there now is no reason not to ask. */
function isAboutAnswers({ condition }: Tried): boolean {
  return (
    factsIn(condition).length === 0 && operandsOf(condition).every(({ from }) => from === 'answer')
  )
}

/** No condition was written. */
function isConstant({ condition }: Tried): boolean {
  return condition.is === 'all' && condition.of.length === 0
}

function reportNever({ at, isCheck }: Tried, { report }: Subject): void {
  if (isCheck) {
    const help = 'Nobody can go on from this page. Change what must be so.'
    report(NEVER, at, 'No answers that can be given here pass this check.', help)
    return
  }
  const help = 'Change it, or take away what depends on it.'
  report(NEVER, at, 'This can never be true here, whatever was answered before.', help)
}

function reportAlways({ at }: Tried, { report }: Subject): void {
  const help = 'Change it, or leave it out: what depends on it is so for everybody who comes here.'
  report(ALWAYS, at, 'This is always true here, whatever was answered before.', help)
}
