import type { Operand } from '../journey/condition.ts'
import { operandsOf } from '../journey/condition-operands.ts'
import type { Spot } from '../journey/tree.ts'
import { readsNeverAsked } from './never-asked.ts'
import { factsIn } from './paths/condition-places.ts'
import { nodeOf } from './paths/graph.ts'
import { pathsOf } from './paths/paths.ts'
import { EVERY } from './paths/sets.ts'
import { type Tried, triedConditions } from './paths/tried.ts'
import { type Check, isEnding, nextsOf, type Subject } from './subject.ts'

const NEVER = { code: 'FP0812', severity: 'error' } as const
const ALWAYS = { code: 'FP0813', severity: 'error' } as const
const IDLE_CHECK = { code: 'FP0826', severity: 'warning' } as const

/** A condition that no path that leads there lets be true, or that every one does. */
export const checkSettled: Check = (subject) => {
  const closing = new Set([...lastOfLists(subject), ...lastEndings(subject)])
  for (const tried of triedConditions(subject)) {
    if (isConstant(tried) || readsNeverAsked(tried, subject)) continue
    if (!tried.holds && isMade(tried, subject)) reportNever(tried, subject)
    else if (neverFails(tried, subject)) reportIdle(tried, subject)
    else if (isAlways(tried) && !closing.has(tried.at)) reportAlways(tried, subject)
  }
}

/** A check is made only where what it is about is given. */
function isMade({ sites, check }: Tried, subject: Subject): boolean {
  const { formulas, at } = pathsOf(subject)
  const { sets, given } = formulas
  return (
    !check ||
    sites.some((site) =>
      sets.meet(
        at(site),
        check.operands.reduce((all, one) => sets.and(all, given(one, site.step)), EVERY),
      ),
    )
  )
}

/** Of all who give what a check is about nobody fails it. */
function neverFails(tried: Tried, subject: Subject): boolean {
  const { sites, check } = tried
  const { formulas, at } = pathsOf(subject)
  const { sets } = formulas
  if (!check || !isAboutAnswers(tried)) return false
  return sites.every((site) => {
    const given = check.operands.reduce(
      (all, one) => sets.and(all, formulas.given(one, site.step)),
      sets.not(site.holding),
    )
    return !sets.meet(at(site), given)
  })
}

function isAlways(tried: Tried): boolean {
  return !tried.fails && !tried.check && isAboutAnswers(tried)
}

/** The last entry of a list may say when it is taken, though nothing else is left. */
function lastOfLists({ journey, marks }: Subject): readonly (Spot | undefined)[] {
  const last = journey.steps.flatMap(nextsOf).flatMap((next) => next.at(-1) ?? [])
  return last.map((entry) => marks.get(entry, 'when'))
}

/** The last of several endings may say whom it is shown to, though nobody else is left. */
function lastEndings(subject: Subject): readonly (Spot | undefined)[] {
  const { graph } = pathsOf(subject)
  const { journey, marks } = subject
  const behind = graph.edges.filter(({ act }) => act.skipped && isEnding(act.step))
  const nodes = new Set(behind.map(({ to }) => to))
  const last = journey.steps.filter(
    (step) => isEnding(step) && nodes.has(nodeOf({ step, part: 'step' }, journey)),
  )
  return last.map((step) => marks.get(step, 'when'))
}

/** Facts lapse with time, and sources change: that they are there now is no reason not to ask. */
function isAboutAnswers({ condition }: Tried): boolean {
  const isAnswer = ({ from }: Operand) => from === 'answer' || from === 'value'
  return factsIn(condition).length === 0 && operandsOf(condition).every(isAnswer)
}

/** No condition was written. */
function isConstant({ condition }: Tried): boolean {
  return condition.is === 'all' && condition.of.length === 0
}

function reportNever({ at, check }: Tried, { report }: Subject): void {
  if (check) {
    const help = 'Nobody can go on from this page. Change what must be so.'
    report(NEVER, at, 'No answers that can be given here pass this check.', help)
    return
  }
  const help = 'Change it, or take away what depends on it.'
  report(NEVER, at, 'This can never be true here, whatever was answered before.', help)
}

function reportIdle({ at }: Tried, { report }: Subject): void {
  const help = 'Change it, or take it away: what the questions themselves ask for is enough.'
  report(IDLE_CHECK, at, 'No answers that can be given here fail this check.', help)
}

function reportAlways({ at }: Tried, { report }: Subject): void {
  const help = 'Change it, or leave it out: what depends on it is so for everybody who comes here.'
  report(ALWAYS, at, 'This is always true here, whatever was answered before.', help)
}
