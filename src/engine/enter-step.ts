import { shownEntries, storedAt } from '../flow/entries.ts'
import type { Place } from '../flow/place.ts'
import { reachOf } from '../flow/reach.ts'
import type { Engine } from './engine.ts'
import { type Loaded, loadAgain } from './load-draft.ts'
import { contextOf } from './run-button.ts'
import { runCall } from './run-calls.ts'
import type { Visitor } from './visitor.ts'

/** Runs what a step reads when it is shown. What it finds out holds for this page alone: a GET changes no draft. */
export async function enterStep(
  engine: Engine,
  loaded: Loaded,
  place: Place,
  visitor: Visitor,
): Promise<Loaded> {
  let now = loaded
  for (const [index, call] of place.step.enter.entries()) {
    const action = engine.actionsOf(loaded.journey.id).get(call.action)
    const reach = reachOf(place, now.progress, now.draft)
    if (!action?.reads || !reach) continue
    const { scope } = shownEntries(place, storedAt(place, now.draft.answers), reach.scope)
    const context = contextOf(engine, { place, reach }, now, visitor, scope)
    const at = { step: place.step.id, button: 'enter', call: index }
    const ending = await runCall(call, action, {
      scope,
      context,
      accountValue: engine.accountValue,
      at,
    })
    if (ending.is === 'fault')
      engine.onFault({ journey: loaded.journey.id, action: call.action, error: ending.error })
    if (ending.is !== 'ran') continue
    const facts = ending.facts.map((fact) => ({ ...fact, scope: 'draft' as const }))
    now = await loadAgain(engine, now, visitor, {
      ...now.draft,
      facts: [...now.draft.facts, ...facts],
    })
  }
  return now
}
