import type { Input } from '../fields/field.ts'
import { kindOf } from '../fields/kinds.ts'
import { LESS, MORE, typedAfter } from '../fields/several.ts'
import { fieldsOf, storedAt } from '../flow/entries.ts'
import type { Place } from '../flow/place.ts'
import type { Reach } from '../flow/reach.ts'
import type { ShownStep } from './decision.ts'
import type { Engine } from './engine.ts'
import type { Loaded } from './load-draft.ts'
import { readAnswers } from './read-answers.ts'
import { showStep } from './show-step.ts'

/**
 * The page again with one box more, or one less, and all else as it was typed: nothing is kept and nothing is wrong yet.
 * Undefined: the press names no boxes of this page.
 */
export function withBoxes(
  engine: Engine,
  loaded: Loaded,
  place: Place,
  reach: Reach,
  body: URLSearchParams,
  input: Input,
): ShownStep | undefined {
  const own = storedAt(place, loaded.draft.answers)
  const { typed, given } = readAnswers(place, input, reach.scope, new Set(), own)
  const press = { more: body.get(MORE), less: body.get(LESS) }
  for (const { field } of fieldsOf(place.step.entries)) {
    const { item } = field
    const after =
      item && typedAfter(field, typed, press, (box) => kindOf(item.kind).controls(item, box))
    if (after) return showStep(engine, loaded, place, { typed: after, given })
  }
  return undefined
}
