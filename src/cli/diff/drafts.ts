import { todayIn } from '../../answers/dates.ts'
import type { Draft } from '../../answers/draft.ts'
import { shownEntries, storedAt } from '../../flow/entries.ts'
import { exitStands } from '../../flow/exits.ts'
import { type Place, placeKey, stepOf } from '../../flow/place.ts'
import { progressOf } from '../../flow/progress.ts'
import type { Scope, World } from '../../flow/scope.ts'
import type { ActionContract } from '../../journey/contract.ts'
import type { Journey } from '../../journey/journey.ts'
import { sessionFact } from '../../scenarios/stage.ts'

/** What becomes of a draft under another version: nothing; pages that are asked again; it cannot go on. */
export type Fate =
  | { readonly is: 'untouched' }
  | { readonly is: 'asked-again'; readonly places: readonly string[] }
  | { readonly is: 'cannot-go-on' }

export interface Versions {
  readonly old: Journey
  readonly now: Journey
  readonly contracts: ReadonlyMap<string, ActionContract>
  readonly journeyGives: ReadonlyMap<string, readonly string[]>
  /** Milliseconds since 1970. */
  readonly at: number
}

/** Computes where the draft's owner is, and would be. Whoever comes back is taken to be signed in. */
export function fateOf(draft: Draft, versions: Versions): Fate {
  const was = progressOf(worldOf(versions.old, draft, versions), draft)
  const is = progressOf(worldOf(versions.now, draft, versions), draft)
  if (was.where.is === 'restart') return { is: 'untouched' }
  if (is.where.is === 'restart') return { is: 'cannot-go-on' }
  const here = is.path.at(-1)
  const isNew = here && !was.path.some((place) => placeKey(place) === placeKey(here))
  const scope = { world: is.scope.world, answers: was.scope.answers }
  const lost = was.path.slice(0, -1).filter((place) => !stands(place, draft, versions.now, scope))
  const places = new Set([...(isNew ? [here] : []), ...lost].map(placeKey))
  return places.size === 0 ? { is: 'untouched' } : { is: 'asked-again', places: [...places] }
}

/** Whether what was answered at a place still counts in the new version; a step that is gone asks nothing. */
function stands(place: Place, draft: Draft, now: Journey, scope: Scope): boolean {
  const step = stepOf(now, place.step.id)
  const exit = draft.exits[placeKey(place)]
  if (!step || !exit || place.list) return true
  const there: Place = { ...place, step }
  const own = storedAt(there, draft.answers)
  const shown = shownEntries(there, own, scope)
  return exitStands(step, exit, shown.entries, own, shown.scope)
}

function worldOf(journey: Journey, draft: Draft, versions: Versions): World {
  const { at, contracts, journeyGives } = versions
  const signedIn = [...journeyGives.values()].flat().map((fact) => sessionFact(fact, {}, at))
  const session = draft.facts[0]?.session ?? signedIn[0]?.session ?? ''
  return {
    journey,
    contracts,
    journeyGives,
    now: at,
    today: todayIn(journey.site.timeZone, at),
    language: 'en',
    session,
    facts: [...draft.facts, ...signedIn].map((fact) => ({ ...fact, session })).reverse(),
    invitation: {},
    given: draft.given,
    query: {},
    ...(draft.submission && { reference: draft.submission.reference }),
  }
}
