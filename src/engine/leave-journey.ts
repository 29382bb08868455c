import { shownEntries, storedAt } from '../flow/entries.ts'
import { placeKey } from '../flow/place.ts'
import { drafts } from '../store/records.ts'
import type { Decision, Destination } from './decision.ts'
import type { Engine } from './engine.ts'
import { dropHeldInput } from './held-input.ts'
import { type Loaded, saveDraft } from './load-draft.ts'
import { returnFrom } from './passage.ts'
import type { PressFrame } from './press-frame.ts'
import { counted } from './record-press.ts'
import { throughJourney } from './through.ts'

/** Into another journey, that comes back to this place. */
export async function passThrough(
  engine: Engine,
  frame: PressFrame,
  called: string,
): Promise<Decision> {
  const { ending, place, button } = frame
  const loaded = await saveDraft(engine, ending.loaded, counted(frame, ending.loaded.draft))
  const caller = {
    called,
    journey: loaded.journey.id,
    place: placeKey(place),
    button: button.id,
    draft: loaded.draft.id,
  }
  const own = storedAt(place, loaded.draft.answers)
  const { scope } = shownEntries(place, own, { ...frame.reach.scope, world: loaded.world })
  return throughJourney(ending.visitor, caller, engine.journeys.get(called), button.with, scope)
}

/** `$return`: a draft of the session is gone with it. */
export async function leave(engine: Engine, frame: PressFrame, after: Loaded): Promise<Decision> {
  if (after.journey.draft.owner === 'session') {
    if (after.version > 0) await engine.store.remove(drafts, after.draft.id)
    await dropHeldInput(engine, after.draft.id)
  } else await saveDraft(engine, after, after.draft)
  const decision = await returnFrom(engine, after.journey, frame.ending.visitor)
  if (decision.is === 'go')
    rememberReturn(engine, after.draft.id, { key: frame.key, to: decision.to })
  return decision
}

/** How many endings of drafts that are gone are remembered. */
const REMEMBERED = 500

function rememberReturn(
  engine: Engine,
  draft: string,
  ending: { readonly key: string; readonly to: Destination },
): void {
  engine.returned.set(draft, ending)
  const [oldest] = engine.returned.keys()
  if (engine.returned.size > REMEMBERED && oldest !== undefined) engine.returned.delete(oldest)
}
