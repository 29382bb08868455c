import type { Value } from '../journey/condition.ts'
import type { ActionContract } from '../journey/contract.ts'
import { inputSpot } from './action-inputs.ts'
import { earnedFacts, giversOf } from './earned-facts.ts'
import { nextOf } from './leads-to-itself.ts'
import type { CallSite } from './paths/graph.ts'
import { pathsOf, type Way } from './paths/paths.ts'
import { keyBefore } from './paths/ran.ts'
import { SENT } from './paths/wanted.ts'
import { type Check, callsOf, isEnding, type Subject, spotOfCall } from './subject.ts'

const NOT_GIVEN = { code: 'FP0724', severity: 'error' } as const
const NEVER_SENT = { code: 'FP0725', severity: 'error' } as const
const SENT_TWICE = { code: 'FP0726', severity: 'error' } as const

/** Actions that are run before what they need has happened, or once more than they may be. */
export const checkCallsOnPaths: Check = (subject) => {
  for (const site of pathsOf(subject).graph.calls) {
    checkNeeded(site, subject)
    checkSentBefore(site, subject)
    checkSentOnce(site, subject)
  }
}

/** The engine refuses an action whose fact is not given: nobody should come to a button that fails. */
function checkNeeded(site: CallSite, subject: Subject): void {
  const earned = earnedFacts(subject)
  for (const { fact } of subject.contracts.get(site.call.action)?.needs ?? []) {
    const isReported = !earned?.has(fact) && giversOf(fact, subject).length === 0
    if (!earned || isReported) continue
    const way = wayWith(site, `fact:${fact}`, 0, subject)
    const at = spotOfCall(site.call, subject.marks)
    if (!way?.isCertain || !at) continue
    const message = `"${site.call.action}" runs only where "${fact}" holds, and it need not hold here: ${way.witness.words}.`
    const help = `Run an action that gives "${fact}" on every path that leads here, or add "requires: [${fact}]" to the step.`
    subject.report(NOT_GIVEN, at, message, help, way.witness)
  }
}

function checkSentBefore(site: CallSite, subject: Subject): void {
  const { marks, contracts, report } = subject
  const earlier = contracts.get(site.call.action)?.comesAfter
  const key = keyBefore(site.call, subject)
  const way = key === undefined ? undefined : wayWith(site, key, 0, subject)
  const at = spotOfCall(site.call, marks)
  if (!way?.isCertain || !earlier || !at) return
  const other = givenOther(site.call, earlier, subject)
  if (other) {
    const { input, given, sent } = other
    const message = `"${earlier.action}" is given "${sent}" before, not "${given}": there is nothing to check.`
    const help = `Write "${input}: $${sent}" here, or "${input}: $${given}" there.`
    report(
      NEVER_SENT,
      inputSpot(site.call, input, subject)?.value ?? at,
      message,
      help,
      way.witness,
    )
    return
  }
  const message = `"${site.call.action}" comes here before any "${earlier.action}" for the same ${earlier.about.join(' or ')}: there is nothing to check.`
  const help = `Let a button before it run "${earlier.action}".`
  report(NEVER_SENT, at, message, help, way.witness)
}

/** The answer that a call is about, where all that come before it are about one other. */
function givenOther(
  { with: given }: CallSite['call'],
  { action, about }: NonNullable<ActionContract['comesAfter']>,
  { journey }: Subject,
) {
  const input = about.find((name) => Object.hasOwn(given, name))
  if (input === undefined) return undefined
  const own = answerIn(given[input])
  const earlier = callsOf(journey).flatMap(({ call }) =>
    call.action === action ? [answerIn(call.with[input])] : [],
  )
  const [sent, ...others] = new Set(earlier)
  return own === undefined || sent === undefined || sent === own || others.length > 0
    ? undefined
    : { input, given: own, sent }
}

function answerIn(value: Value | undefined): string | undefined {
  return value?.from === 'answer' ? value.path.join('.') : undefined
}

function checkSentOnce(site: CallSite, subject: Subject): void {
  const { button, step } = site.act
  const isTold = button && nextOf(button, step, subject)?.some(({ to }) => to === step.id)
  if (!subject.contracts.get(site.call.action)?.submits || isTold) return
  const way = wayWith(site, SENT, 1, subject)
  const at = spotOfCall(site.call, subject.marks)
  if (!way || !at || !(way.isCertain || leadsRound(way, subject))) return
  const message = 'The answers have been sent before, on the same path.'
  subject.report(SENT_TWICE, at, message, 'Send them once: take one of the two away.', way.witness)
}

/** By presses alone, and not from an ending: who sends is led to a page from which one sends again. */
function leadsRound({ isDecided, witness }: Way, { journey }: Subject): boolean {
  const endings = new Set(journey.steps.filter(isEnding).map(({ id }) => id))
  return (
    isDecided &&
    (witness.pages ?? []).every(({ place, go }) => go === undefined && !endings.has(place))
  )
}

function wayWith(site: CallSite, key: string, value: number, subject: Subject) {
  const paths = pathsOf(subject)
  const { sets } = paths.formulas
  const variable = paths.formulas.variable(key)
  if (!variable) return undefined
  const states = sets.and(paths.at(site), sets.where(variable.index, [value]))
  return paths.wayTo(site, states, site.step)
}
