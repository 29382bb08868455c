import { type Place, placeKey } from '../flow/place.ts'
import type { Decision } from './decision.ts'
import type { Loaded } from './load-draft.ts'
import { throughJourney } from './through.ts'
import type { Visitor } from './visitor.ts'

/** To a place of the journey. */
export function goTo(loaded: Loaded, place: Place): Decision {
  return { is: 'go', to: { journey: loaded.journey.id, place: placeKey(place) } }
}

/** To where the person is; through another journey, where only that gives what they lack. */
export function goWhere(loaded: Loaded, visitor: Visitor): Decision {
  const { where } = loaded.progress
  if (where.is === 'place') return goTo(loaded, where.place)
  if (where.is === 'restart')
    return withNotice({ is: 'go', to: { journey: loaded.journey.id } }, visitor, START_AGAIN)
  const caller = {
    called: where.journey,
    journey: loaded.journey.id,
    place: placeKey(where.place),
    ...(loaded.version > 0 && { draft: loaded.draft.id }),
  }
  return throughJourney(visitor, caller)
}

export const START_AGAIN =
  'Too much time has passed since the last page, so you need to start again. This keeps your details safe.'

/** The same decision, with words to be shown once on the next page. */
export function withNotice(decision: Decision, visitor: Visitor, text: string): Decision {
  const notices = [
    ...(decision.session?.notices ?? visitor.notices).filter((one) => one !== text),
    text,
  ]
  return { ...decision, session: { ...decision.session, notices } }
}
