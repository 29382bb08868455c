import type { Draft, HeldFact } from '../answers/draft.ts'
import { type Progress, progressOf } from '../flow/progress.ts'
import type { World } from '../flow/scope.ts'
import { isSame } from '../flow/values.ts'
import type { Journey } from '../journey/journey.ts'

interface Known {
  readonly world: World
  readonly progress: Progress
  /** Until when time alone changes nothing: milliseconds since 1970. */
  readonly until: number
}

/** Stored draft → what its progress came to. A stored draft is frozen, and another one after each press. */
const known = new WeakMap<Draft, Known>()

/** The progress of a stored draft; computed anew only where something that it depends on is other than before. */
export function knownProgress(world: World, stored: Draft): Progress {
  const before = known.get(stored)
  if (before && isStill(before, world)) return before.progress
  const progress = computeProgress(world, stored)
  known.set(stored, { world, progress, until: nextLapse(world) })
  return progress
}

/** Progress → the draft that it was computed from. */
const origins = new WeakMap<Progress, Draft>()

export function computeProgress(world: World, draft: Draft): Progress {
  const progress = progressOf(world, draft)
  origins.set(progress, draft)
  return progress
}

/**
 * What progress came to before the draft was stored holds for the stored one, where only things were added since that it
 * does not depend on: who pressed what, and when.
 */
export function foreknow(progress: Progress, draft: Draft, stored: Draft): void {
  const origin = origins.get(progress)
  const isOf =
    origin?.answers === draft.answers &&
    origin.exits === draft.exits &&
    origin.facts === draft.facts &&
    origin.submission === draft.submission
  const { world } = progress.scope
  if (isOf) known.set(stored, { world, progress, until: nextLapse(world) })
}

function isStill({ world: then, until }: Known, now: World): boolean {
  return (
    now.now >= then.now &&
    now.now < until &&
    now.journey === then.journey &&
    now.contracts === then.contracts &&
    now.journeyGives === then.journeyGives &&
    now.today === then.today &&
    now.language === then.language &&
    now.session === then.session &&
    now.reference === then.reference &&
    isSame(now.invitation, then.invitation) &&
    isSame(now.given, then.given) &&
    isSame(now.query, then.query) &&
    now.facts.length === then.facts.length &&
    now.facts.every((held, index) => isSameFact(held, then.facts[index]))
  )
}

function isSameFact(one: HeldFact, other: HeldFact | undefined): boolean {
  return one === other || isSame({ ...one }, other && { ...other })
}

/** When the first fact runs out, or is too old for a step that requires it. */
function nextLapse({ facts, journey, now }: World): number {
  if (facts.length === 0) return Number.POSITIVE_INFINITY
  const ages = agesAsked(journey)
  const lapses = facts.flatMap(({ since, until }) => [
    ...(until === undefined ? [] : [until]),
    ...ages.map((age) => since + age),
  ])
  return Math.min(...lapses.filter((at) => at > now))
}

function agesAsked({ steps }: Journey): readonly number[] {
  return steps.flatMap(({ requires }) =>
    requires.flatMap(({ within }) => (within === undefined ? [] : [within])),
  )
}
