import type { Answers, HeldFact } from '../answers/draft.ts'
import { answersOf, shownEntries, storedAt } from '../flow/entries.ts'
import { type Place, placeKey } from '../flow/place.ts'
import type { Reach } from '../flow/reach.ts'
import { accountOf, factHolds } from '../flow/values.ts'
import type { Loaded } from './load-draft.ts'

/** What would be submitted at a place: the answers on the path to it and its own; no secrets. */
export function submissionOf(
  loaded: Loaded,
  place: Place,
  reach: Reach,
): { readonly answers: Answers; readonly path: readonly string[]; readonly account?: string } {
  const own = storedAt(place, loaded.draft.answers)
  const { entries } = shownEntries(place, own, reach.scope)
  const keys = loaded.progress.path.map(placeKey)
  const at = keys.indexOf(placeKey(place))
  const path = [...(at < 0 ? keys : keys.slice(0, at)), placeKey(place)]
  const account = accountWhose(loaded)
  return {
    answers: { ...reach.scope.answers, ...answersOf(entries, own) },
    path,
    ...(account !== undefined && { account }),
  }
}

/**
 * The account that a fact earned in this very draft is about, else the one that is signed in (FORMAT.md, admin.yaml). The
 * two are others where somebody who is signed in goes through the sign-in of another login: what they then ask for is for
 * the login whose password they have given.
 */
export function accountWhose({ world, progress }: Loaded): string | undefined {
  const isOwn = (held: HeldFact) => held.scope === 'journey' && factHolds(held, progress.scope)
  const about = world.facts.filter((held) => typeof held.carries['account'] === 'string')
  const own = about.find(isOwn)?.carries['account']
  const account = own ?? accountOf(world)?.['account'] ?? about[0]?.carries['account']
  return typeof account === 'string' ? account : undefined
}
