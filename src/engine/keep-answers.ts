import type { Draft } from '../answers/draft.ts'
import type { Json } from '../fields/field.ts'
import { fieldsOf, storedAt } from '../flow/entries.ts'
import { type Place, placeKey } from '../flow/place.ts'
import { itemsAt } from '../flow/repeats.ts'
import { isSame } from '../flow/values.ts'
import type { Button } from '../journey/journey.ts'
import type { Loaded } from './load-draft.ts'
import type { PageToken } from './page-token.ts'
import type { Read } from './read-answers.ts'

/** Another window changed this very page since it was shown: the newer answer is named, what was typed stays. */
export function staleAnswers(
  loaded: Loaded,
  place: Place,
  token: PageToken,
  read: Read,
): string | undefined {
  const changed = loaded.draft.changed[placeKey(place)]
  if (changed === undefined || changed <= token.press) return undefined
  const own = storedAt(place, loaded.draft.answers)
  const differs = Object.keys(read.given).some(
    (name) => own[name] !== undefined && !isSame(own[name], read.given[name]),
  )
  return differs
    ? 'This page was answered in another window after you opened it here. Check what is in the boxes: if you go on, it takes the place of the other answer.'
    : undefined
}

/**
 * Answers go into the draft; of a repeated step, into its item. Secrets never. Answers the very same draft where nothing of
 * it has changed.
 */
export function keepAnswers(
  loaded: Loaded,
  place: Place,
  read: Read,
  button: Pick<Button, 'validate'>,
): Draft {
  const { draft } = loaded
  const before = storedAt(place, draft.answers)
  const own: Record<string, Json> = { ...before }
  let changes = false
  for (const { field } of fieldsOf(place.step.entries)) {
    const { name, secret } = field
    const given = secret ? undefined : read.given[name]
    if (given === undefined || isSame(given, before[name])) continue
    own[name] = given
    changes = true
  }
  for (const name of button.validate ? read.emptied : []) {
    changes ||= before[name] !== undefined
    delete own[name]
  }
  return changes || isNewItem(place, draft) ? withOwn(draft, place, own) : draft
}

/** An item that is left empty is one all the same. */
function isNewItem({ step, item = 1 }: Place, { answers }: Draft): boolean {
  return step.repeat !== undefined && itemsAt(step.repeat, answers).length < item
}

/** A draft in which a place has these answers; of a repeated step, its item. */
export function withOwn(draft: Draft, place: Place, own: Readonly<Record<string, Json>>): Draft {
  const array = place.step.repeat
  if (!array) return { ...draft, answers: own }
  const list: Json[] = [...itemsAt(array, draft.answers)]
  list[(place.item ?? 1) - 1] = own
  return { ...draft, answers: { ...draft.answers, [array]: list } }
}
