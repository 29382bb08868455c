import type { ActionCall } from '../journey/journey.ts'
import { journeysCalled } from './journey-calls.ts'
import { callsOf, type Subject } from './subject.ts'

/**
 * Facts that a press of this journey can earn, or a journey that it goes through. Undefined where an action or a
 * journey is not known: it may give anything.
 */
export function earnedFacts(subject: Subject): ReadonlySet<string> | undefined {
  const { journey, contracts, journeys, isAlone } = subject
  const calls = callsOf(journey).map(({ call }) => call)
  if (isAlone || calls.some((call) => !contracts.has(call.action))) return undefined
  return new Set([
    ...(journey.invitation ? ['invited'] : []),
    ...calls.flatMap((call) => givenBy(call, subject)),
    ...journeysCalled(journey).flatMap(({ called }) => journeys.get(called)?.gives ?? []),
  ])
}

/** A fact is given where all that it is about was given. A required input that is missing is reported as such. */
function givenBy(call: ActionCall, { contracts }: Subject): readonly string[] {
  const contract = contracts.get(call.action)
  const required = contract?.input['required']
  const isGiven = (input: string) =>
    Object.hasOwn(call.with, input) || (Array.isArray(required) && required.includes(input))
  return (contract?.gives ?? [])
    .filter((give) => give.about.every(isGiven))
    .map((give) => give.fact)
}

/** Other journeys that say that going through them gives a fact. */
export function giversOf(fact: string, { journey, journeys }: Subject): readonly string[] {
  return [...journeys.values()]
    .filter(({ id, gives }) => id !== journey.id && gives.includes(fact))
    .map(({ id }) => id)
}
