import type { Exit, HeldFact } from '../answers/draft.ts'
import type { Json } from '../fields/field.ts'
import type { Condition, Operand } from '../journey/condition.ts'
import { operandsOf } from '../journey/condition-operands.ts'
import type { Next } from '../journey/journey.ts'
import { holds } from './conditions.ts'
import { shownEntries, storedAt } from './entries.ts'
import { type Fallen, nextOfExit, openEntry, whyFallen } from './exits.ts'
import type { Noted } from './noted.ts'
import type { Place } from './place.ts'
import { type Progress, progressOf } from './progress.ts'
import type { Scope, World } from './scope.ts'
import { factHolds, lookUp } from './values.ts'
import type { Laid } from './walk.ts'

/** A condition as it was tried: whether it held, what of it held, and what it read. */
export interface TriedCondition {
  readonly condition: Condition
  readonly holds: boolean
  readonly parts: readonly TriedCondition[]
  /** Of a condition without parts: what stood there. */
  readonly read: readonly { readonly operand: Operand; readonly value: Json | undefined }[]
}

/** An entry of a list that says where to go. */
export interface TriedWay {
  readonly entry: Next[number]
  /** `untried`: one before it was taken. */
  readonly was: 'taken' | 'passed-over' | 'untried'
  readonly when?: TriedCondition
}

/** What was done at a place, and why. */
export interface Explained {
  readonly noted: Noted
  /** The step's own `when`. */
  readonly when?: TriedCondition
  /** Where it leads; in the order in which the entries are tried. */
  readonly ways: readonly TriedWay[]
  /** Why the exit does not stand. */
  readonly fallen?: Fallen
}

export interface Explanation {
  /** In the order of the walk. */
  readonly steps: readonly Explained[]
  readonly progress: Progress
  readonly facts: readonly { readonly held: HeldFact; readonly holds: boolean }[]
}

/** Follows the very walk that progress is computed by, and tells what it did and why. */
export function explainProgress(world: World, laid: Laid): Explanation {
  const steps: Explained[] = []
  // A scope grows while the walk goes on: what is to be said of it is worked out at once.
  const progress = progressOf(world, laid, (noted) => steps.push(explained(noted, laid)))
  const facts = world.facts.map((held) => ({ held, holds: factHolds(held, progress.scope) }))
  return { steps, progress, facts }
}

/** Tries a condition, with all its parts. */
export function tryCondition(condition: Condition, scope: Scope): TriedCondition {
  const parts =
    condition.is === 'all' || condition.is === 'any'
      ? condition.of
      : condition.is === 'not'
        ? [condition.of]
        : []
  const operands = parts.length > 0 ? [] : operandsOf(condition)
  return {
    condition,
    holds: holds(condition, scope),
    parts: parts.map((part) => tryCondition(part, scope)),
    read: operands.map((operand) => ({ operand, value: lookUp(operand, scope) })),
  }
}

function explained(noted: Noted, laid: Laid): Explained {
  const { place, scope } = noted
  const { step, list } = place
  const exit = 'exit' in noted ? noted.exit : undefined
  const fallen =
    noted.did === 'stop' && exit && !list ? fallenAt(place, exit, laid, scope) : undefined
  return {
    noted,
    ...(step.when && { when: tryCondition(step.when, scope) }),
    ways:
      noted.did === 'turn'
        ? []
        : tryWays(exit && !list ? nextOfExit(step, exit) : step.next, scope),
    ...(fallen && { fallen }),
  }
}

function fallenAt(place: Place, exit: Exit, laid: Laid, scope: Scope): Fallen | undefined {
  const own = storedAt(place, laid.answers)
  const { entries } = shownEntries(place, own, scope)
  return whyFallen(place.step, exit, entries, own, scope)
}

/** Tries the entries of a list one after another, until one holds. */
export function tryWays(next: Next | undefined, scope: Scope): readonly TriedWay[] {
  const taken = openEntry(next, scope)
  const at = taken ? (next ?? []).indexOf(taken) : (next ?? []).length
  return (next ?? []).map((entry, index) => ({
    entry,
    was: index < at ? 'passed-over' : index === at ? 'taken' : 'untried',
    ...(entry.when && index <= at && { when: tryCondition(entry.when, scope) }),
  }))
}
