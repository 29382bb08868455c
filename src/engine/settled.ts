import type { Answers } from '../answers/draft.ts'
import { shownEntries } from '../flow/entries.ts'
import { type Place, placeKey } from '../flow/place.ts'
import type { Scope } from '../flow/scope.ts'
import { heldFact } from '../flow/values.ts'
import type { Value } from '../journey/condition.ts'
import type { ActionCall, Button } from '../journey/journey.ts'
import type { Loaded } from './load-draft.ts'

/**
 * How many of a button's actions need not run again: this press was taken before, a later action failed, and the facts
 * that the earlier ones gave still hold (FORMAT.md, The press).
 */
export function settledCalls(
  loaded: Loaded,
  place: Place,
  button: Button,
  scope: Scope,
): ReadonlySet<ActionCall> {
  const { unfinished } = loaded.draft
  if (unfinished?.place !== placeKey(place) || unfinished.button !== button.id) return new Set()
  return new Set(button.run.slice(0, unfinished.ran).filter((call) => isSettled(call, scope)))
}

function isSettled(call: ActionCall, scope: Scope): boolean {
  const contract = scope.world.contracts.get(call.action)
  const gives = contract?.gives?.filter(
    (give) => give.on === contract.outcomes[0] && give.about.every((input) => input in call.with),
  )
  return (
    gives !== undefined && gives.length > 0 && gives.every((give) => heldFact(give.fact, scope))
  )
}

const NOTHING: ReadonlySet<never> = new Set()

/**
 * Secrets that only settled actions used: they are not asked for again. `before`: what is seen before the place's own
 * answers.
 */
export function settledFields(
  loaded: Loaded,
  place: Place,
  before: Scope,
  own: Answers,
): ReadonlySet<string> {
  if (!loaded.draft.unfinished) return NOTHING
  const { scope } = shownEntries(place, own, before)
  const used = new Set<string>()
  const settled = new Set<string>()
  for (const button of place.step.buttons) {
    const done = settledCalls(loaded, place, button, scope)
    for (const call of button.run)
      for (const name of answersIn(call.with)) (done.has(call) ? settled : used).add(name)
  }
  const secrets = place.step.entries.flatMap((entry) =>
    entry.is === 'field' && entry.field.secret ? [entry.field.name] : [],
  )
  return new Set(secrets.filter((name) => settled.has(name) && !used.has(name)))
}

function answersIn(inputs: Readonly<Record<string, Value>>): readonly string[] {
  return Object.values(inputs).flatMap((value) => {
    if (value.from === 'answer') return value.path.slice(0, 1)
    if (value.from === 'map') return answersIn(value.entries)
    return value.from === 'list' ? value.items.flatMap((item) => answersIn({ item })) : []
  })
}
