import type { HeldFact } from '../answers/draft.ts'
import type { Json, JsonObject } from '../fields/field.ts'
import type { Requirement } from '../journey/journey.ts'
import { stepOf } from './place.ts'
import type { Scope, World } from './scope.ts'
import { isObject, isSame, resolveWith, valueOf } from './values.ts'

/** The newest fact of that name that holds now (FORMAT.md, The press: when a fact holds). */
export function heldFact(name: string, scope: Scope): HeldFact | undefined {
  return scope.world.facts.find((held) => held.fact === name && factHolds(held, scope))
}

/**
 * Whether what an action established still holds: its time has not run out, its scope lives, and the same `with`,
 * resolved again now, gives the same values.
 */
export function factHolds(held: HeldFact, scope: Scope): boolean {
  const { world } = scope
  if (held.until !== undefined && held.until <= world.now) return false
  if (held.scope !== 'journey') return true
  if (held.session !== world.session) return false
  if (!held.at) return true
  const call = stepOf(world.journey, held.at.step)
    ?.buttons.find((button) => button.id === held.at?.button)
    ?.run[held.at.call]
  if (!call) return false
  const about = Object.keys(held.about)
  const inputs = Object.fromEntries(
    Object.entries(call.with).filter(([name]) => about.includes(name)),
  )
  // A fact is about inputs that themselves may come from facts: this one is left out, or it would ask for itself.
  const others = { ...scope, world: { ...world, facts: world.facts.filter((f) => f !== held) } }
  return isSame(resolveWith(inputs, earnedIn(held, others)), held.about)
}

/** The scope that the fact was earned in: of a repeat, the item's. */
function earnedIn(held: HeldFact, scope: Scope): Scope {
  const number = held.at?.item
  const array = held.at && stepOf(scope.world.journey, held.at.step)?.repeat
  if (number === undefined || !array) return scope
  const items = scope.answers[array]
  const item = Array.isArray(items) ? items[number - 1] : undefined
  return { ...scope, item: { number, answers: isObject(item) ? item : {} } }
}

export function requirementHolds(required: Requirement, scope: Scope): boolean {
  const about = required.about && valueOf(required.about, scope)
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
function isAbout(held: HeldFact, value: Json): boolean {
  return [...Object.values(held.about), held.carries['account']].some((one) => isSame(one, value))
}

/** Whether a fact holds, and is about that value where one is named: what protects an action (FORMAT.md, `needs`). */
export function needIsMet(fact: string, about: Json | undefined, scope: Scope): boolean {
  return scope.world.facts.some(
    (held) =>
      held.fact === fact && factHolds(held, scope) && (about === undefined || isAbout(held, about)),
  )
}

/** What is known of the account that is signed in: what its session fact carries. */
export function accountOf(world: World): JsonObject | undefined {
  return world.facts.find(
    (held) =>
      held.scope === 'session' &&
      held.carries['account'] !== undefined &&
      (held.until === undefined || held.until > world.now),
  )?.carries
}
