import type { ActionCall, Journey } from '../journey/journey.ts'
import { type Check, callsOf, type Subject, spotOfCall } from './subject.ts'

const UNEARNED = { code: 'FP0720', severity: 'error' } as const
const UNCLEAR = { code: 'FP0721', severity: 'error' } as const
const NEED_UNMET = { code: 'FP0722', severity: 'error' } as const
const NOT_GIVEN = { code: 'FP0723', severity: 'error' } as const

/** Facts that are required, needed or promised, and that nothing gives. */
export const checkFacts: Check = (subject) => {
  const { journey, marks, report, contracts, isAlone } = subject
  // An action or a journey that is not known may give anything.
  if (isAlone || callsOf(journey).some(({ call }) => !contracts.has(call.action))) return
  const earned = earnedIn(journey, subject)
  for (const requirement of journey.steps.flatMap((step) => step.requires)) {
    const at = marks.get(requirement)
    const { fact } = requirement
    if (!at || earned.has(fact)) continue
    const givers = giversOf(fact, subject)
    if (givers.length === 0)
      report(
        UNEARNED,
        at,
        `No step of this journey gives "${fact}", and no other journey does.`,
        'Run an action that gives it before, or take it out of "requires".',
      )
    else if (givers.length > 1)
      report(
        UNCLEAR,
        at,
        `Several journeys give "${fact}": ${givers.join(', ')}.`,
        'Add a button with "journey:" that says which of them.',
      )
  }
  for (const { call } of callsOf(journey)) {
    const at = spotOfCall(call, marks)
    for (const { fact } of subject.contracts.get(call.action)?.needs ?? []) {
      if (!at || earned.has(fact) || giversOf(fact, subject).length > 0) continue
      report(
        NEED_UNMET,
        at,
        `"${call.action}" runs only where "${fact}" holds, and nothing in this journey gives it.`,
        'Run an action that gives it before.',
      )
    }
  }
  checkPromises(subject)
}

/** `gives` promises callers a fact of the session. */
function checkPromises({ journey, marks, contracts, report }: Subject): void {
  const node = marks.get(journey.gives)
  for (const [index, fact] of journey.gives.entries()) {
    if (fact === '') continue
    const at = node?.is === 'list' ? node.items[index] : node
    const isGiven = callsOf(journey).some(({ call }) =>
      contracts
        .get(call.action)
        ?.gives?.some((give) => give.fact === fact && give.scope === 'session'),
    )
    if (isGiven || !at) continue
    report(
      NOT_GIVEN,
      at,
      `No action of this journey gives "${fact}" to the session.`,
      'Run such an action, or take it out of "gives".',
    )
  }
}

/** Facts that a press of this journey can earn, or a journey that it goes through. */
function earnedIn(journey: Journey, { contracts, journeys }: Subject): ReadonlySet<string> {
  const facts = new Set<string>(journey.invitation ? ['invited'] : [])
  for (const { call } of callsOf(journey))
    for (const give of contracts.get(call.action)?.gives ?? [])
      if (give.about.every((input) => isGiven(input, call, contracts))) facts.add(give.fact)
  for (const step of journey.steps)
    for (const part of [...step.buttons, ...step.links])
      if ('journey' in part && part.journey !== undefined)
        for (const fact of journeys.get(part.journey)?.gives ?? []) facts.add(fact)
  return facts
}

/** A required input that is missing is reported as such. */
function isGiven(input: string, call: ActionCall, contracts: Subject['contracts']): boolean {
  const required = contracts.get(call.action)?.input['required']
  return Object.hasOwn(call.with, input) || (Array.isArray(required) && required.includes(input))
}

function giversOf(fact: string, { journey, journeys }: Subject): readonly string[] {
  return [...journeys.values()]
    .filter(({ id, gives }) => id !== journey.id && gives.includes(fact))
    .map(({ id }) => id)
}
