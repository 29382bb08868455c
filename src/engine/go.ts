import { type Place, placeKey } from '../flow/place.ts'
import { standAt, type TaskStand } from '../flow/task-lists.ts'
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
  return goThrough(loaded, where.journey, where.place, visitor)
}

/** On in the section of a task list; where it is completed, to where the person is: the list, or what comes after it. */
export function goOnIn(stand: TaskStand | undefined, loaded: Loaded, visitor: Visitor): Decision {
  if (!stand?.place || stand.state === 'completed') return goWhere(loaded, visitor)
  return stand.through === undefined
    ? goTo(loaded, stand.place)
    : goThrough(loaded, stand.through, stand.place, visitor)
}

/** The exit step to which the last press of a place leads: who sees it is still at that place. */
export function endingFrom(place: Place, { progress }: Loaded): Place | undefined {
  const stand = standAt(place, progress.tasks)
  const here = progress.where.is === 'place' ? progress.where.place : undefined
  const { at, ending } = stand
    ? { at: stand.place, ending: stand.ending }
    : { at: here, ending: progress.ending }
  return ending && at && placeKey(at) === placeKey(place) ? { step: ending } : undefined
}

/** Through the journey that gives what a place requires, and back to it. */
export function goThrough(
  loaded: Loaded,
  called: string,
  place: Place,
  visitor: Visitor,
): Decision {
  const caller = {
    called,
    journey: loaded.journey.id,
    place: placeKey(place),
    ...(loaded.version > 0 && { draft: loaded.draft.id }),
  }
  return throughJourney(visitor, caller)
}

const FILL_IN = 'We have taken you to the page that you need to fill in next.'
const READ = 'We have taken you to the page that comes next.'
const SENT = 'You have sent this already, so you cannot change it here.'

/** Why somebody is not on the page that they asked for: what was sent is past changing, and not each page is filled in. */
export function takenThere({ progress: { where }, draft }: Loaded): string {
  const kind = where.is === 'place' ? where.place.step.kind : undefined
  if (kind === 'confirmation' && draft.submission) return SENT
  return kind === 'confirmation' || kind === 'content' || kind === 'exit' ? READ : FILL_IN
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
