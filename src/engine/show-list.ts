import type { ShownList } from '../answers/shown.ts'
import type { Field, Json } from '../fields/field.ts'
import { kindOf } from '../fields/kinds.ts'
import { isGiven } from '../flow/conditions.ts'
import type { Place } from '../flow/place.ts'
import { boundsOf, itemsAt } from '../flow/repeats.ts'
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
  const name = field?.presentation.item ?? 'one'
  const another =
    field?.presentation.another ??
    (items.length === 0
      ? `Do you want to add ${aOrAn(name)}?`
      : `Do you need to add another ${name}?`)
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
        field?.presentation.empty !== undefined && { empty: field.presentation.empty }),
      ...(items.length < max && { question: another }),
      mayRemove: items.length > min,
      ...boundsIn(field, items.length),
    },
  }
}

/** How few and how many the author wants, where that says something. */
function boundsIn(field: Field | undefined, count: number): Pick<ShownList, 'bounds'> {
  const { minItems, maxItems } = field?.schema ?? {}
  const least = typeof minItems === 'number' && minItems > 1 ? minItems : undefined
  if (typeof maxItems !== 'number')
    return least === undefined ? {} : { bounds: `There must be at least ${least}.` }
  if (count >= maxItems) return { bounds: `You have added ${count}. There can be no more.` }
  const most = `You can add up to ${maxItems}.`
  return { bounds: least === undefined ? most : `There must be at least ${least}. ${most}` }
}

function aOrAn(name: string): string {
  if (name === 'one') return name
  return /^[aeiou]/iu.test(name) ? `an ${name}` : `a ${name}`
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
