import type { HeldFact } from '../answers/draft.ts'
import type { Json } from '../fields/field.ts'
import type { Requirement } from '../journey/journey.ts'
import type { Scope } from './scope.ts'
import { factHolds, isSame, lookUp } from './values.ts'

export function requirementHolds(required: Requirement, scope: Scope): boolean {
  const about = required.about && lookUp(required.about, scope)
  if (required.about && about === undefined) return false
  return scope.world.facts.some(
    (held) =>
      held.fact === required.fact &&
      (required.within === undefined || held.since + required.within > scope.world.now) &&
      (about === undefined || isAbout(held, about)) &&
      factHolds(held, scope),
  )
}

/** A fact that carries `account` is also about that account. */
function isAbout(held: HeldFact, value: Json, equal: typeof isSame = isSame): boolean {
  return [...Object.values(held.about), held.carries['account']].some((one) => equal(one, value))
}

/** Whether a fact holds, and is about that value where one is named: what protects an action (FORMAT.md, `needs`). */
export function needIsMet(
  fact: string,
  about: Json | undefined,
  scope: Scope,
  equal: typeof isSame = isSame,
): boolean {
  return scope.world.facts.some(
    (held) =>
      held.fact === fact &&
      factHolds(held, scope) &&
      (about === undefined || isAbout(held, about, equal)),
  )
}
