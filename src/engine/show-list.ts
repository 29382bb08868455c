import type { ShownList } from '../answers/shown.ts'
import { engineWordsOf } from '../fields/engine-words.ts'
import type { Field, Json } from '../fields/field.ts'
import { kindOf } from '../fields/kinds.ts'
import { isGiven } from '../flow/conditions.ts'
import type { Place } from '../flow/place.ts'
import { boundsOf, itemsAt } from '../flow/repeats.ts'
import { saidHere } from '../flow/said.ts'
import { isObject } from '../flow/values.ts'
import type { ShownSection } from './decision.ts'
import type { Loaded } from './load-draft.ts'
import { itemTitle } from './show-summary.ts'

/** A repeat's list page: a row an item, and whether another is to be added. */
export function showList(
  loaded: Loaded,
  place: Place,
): { readonly list: ShownList; readonly summary: readonly ShownSection[] } {
  const array = place.step.repeat ?? ''
  const field = loaded.journey.fields.get(array)
  const items = itemsAt(array, loaded.draft.answers)
  const counted = itemsAt(array, loaded.progress.scope.answers)
  const { min, max } = boundsOf(array, loaded)
  const words = engineWordsOf(loaded.world.language)
  const { item: name } = field?.presentation ?? {}
  const another =
    field?.presentation.another ?? (items.length === 0 ? words.addFirst(name) : words.addMore(name))
  const said = (text: string) => saidHere(text, loaded.progress.scope)
  const rows = items.map((item, index) => {
    const hidden = itemTitle(loaded, array, index + 1)
    return {
      key: hidden,
      lines: linesOf(loaded, array, counted[index] ?? item),
      change: { place: `${place.step.id}/${index + 1}`, hidden },
      ...(items.length > min && { remove: { value: String(index + 1), hidden } }),
    }
  })
  return {
    summary: items.length > 0 ? [{ rows }] : [],
    list: {
      count: items.length,
      ...(items.length === 0 &&
        field?.presentation.empty !== undefined && { empty: said(field.presentation.empty) }),
      ...(items.length < max && { question: said(another) }),
      mayRemove: items.length > min,
      ...boundsIn(field, items.length, loaded.world.language),
    },
  }
}

/** How few and how many the author wants, where that says something. */
function boundsIn(
  field: Field | undefined,
  count: number,
  language: string,
): Pick<ShownList, 'bounds'> {
  const { minItems, maxItems } = field?.schema ?? {}
  const words = engineWordsOf(language)
  const least = typeof minItems === 'number' && minItems > 1 ? words.atLeast(minItems) : undefined
  if (typeof maxItems !== 'number') return least === undefined ? {} : { bounds: least }
  if (count >= maxItems) return { bounds: words.noMore(count) }
  const most = words.upTo(maxItems)
  return { bounds: least === undefined ? most : `${least} ${most}` }
}

/** One item of the list, as its row says it. */
export function itemLines(loaded: Loaded, array: string, item: number): readonly string[] {
  const stored = itemsAt(array, loaded.draft.answers)[item - 1]
  const counted = itemsAt(array, loaded.progress.scope.answers)[item - 1]
  return linesOf(loaded, array, counted ?? stored ?? null)
}

/** The columns that the author named, else all that is not a secret. */
function linesOf(loaded: Loaded, array: string, item: Json): readonly string[] {
  const field = loaded.journey.fields.get(array)
  if (!field || !isObject(item)) return []
  const columns = field.presentation.columns
  return field.parts
    .filter((part) => !part.secret && (!columns || columns.includes(part.name)))
    .flatMap((part) => {
      const value = item[part.name]
      return isGiven(value)
        ? [kindOf(part.kind).summarise(part, value, loaded.world).join(', ')]
        : []
    })
}
