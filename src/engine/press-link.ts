import { holds } from '../flow/conditions.ts'
import { shownEntries, storedAt } from '../flow/entries.ts'
import { type Place, placeKey } from '../flow/place.ts'
import type { Reach } from '../flow/reach.ts'
import type { Decision } from './decision.ts'
import type { Engine } from './engine.ts'
import { goWhere } from './go.ts'
import type { Loaded } from './load-draft.ts'
import { throughJourney } from './through.ts'
import type { Visitor } from './visitor.ts'

/** A press of a link of a step, or of a task of its list, by the name of its control. */
export async function pressLink(
  engine: Engine,
  loaded: Loaded,
  place: Place,
  reach: Reach,
  visitor: Visitor,
  named: string,
): Promise<Decision> {
  const { scope } = shownEntries(place, storedAt(place, loaded.draft.answers), reach.scope)
  const journey = journeyOfTask(loaded, place, named)
  const link = journey === undefined ? place.step.links[Number(named)] : { journey, with: {} }
  if (!link || !('journey' in link) || ('when' in link && link.when && !holds(link.when, scope)))
    return goWhere(loaded, visitor)
  const caller = { called: link.journey, journey: loaded.journey.id, place: placeKey(place) }
  return throughJourney(visitor, caller, engine.journeys.get(link.journey), link.with, scope)
}

/** The journey of a task that can be begun, by its place in the list: `task-2`. */
function journeyOfTask({ progress }: Loaded, { step }: Place, named: string): string | undefined {
  const index = /^task-(\d{1,3})$/u.exec(named)?.[1]
  const stand = index === undefined ? undefined : progress.tasks[step.id]?.[Number(index)]
  return stand?.state === 'cannot-start' || stand?.hidden ? undefined : stand?.task.journey
}
