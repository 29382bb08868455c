import type { Answers } from '../answers/draft.ts'
import { answersOf, shownEntries, storedAt } from '../flow/entries.ts'
import { type Place, placeKey } from '../flow/place.ts'
import type { Reach } from '../flow/reach.ts'
import { accountOf } from '../flow/values.ts'
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

/** The account that is signed in, else the one that a fact of this draft carries (FORMAT.md, admin.yaml). */
export function accountWhose({ world }: Loaded): string | undefined {
  const signedIn = accountOf(world)?.['account']
  const carried = world.facts.find((held) => typeof held.carries['account'] === 'string')?.carries[
    'account'
  ]
  const account = signedIn ?? carried
  return typeof account === 'string' ? account : undefined
}
