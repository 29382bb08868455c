import type { Answers } from '../answers/draft.ts'
import { fileLinesOf } from '../answers/file-lines.ts'
import { engineWordsOf } from '../fields/engine-words.ts'
import type { Field } from '../fields/field.ts'
import { kindOf } from '../fields/kinds.ts'
import { itemTitle as itemInWords } from '../fields/repeat.ts'
import { isGiven } from '../flow/conditions.ts'
import { type FieldEntry, fieldsOf, shownEntries, storedAt } from '../flow/entries.ts'
import { isLinkExit } from '../flow/exits.ts'
import { type Place, placeKey, placeOf } from '../flow/place.ts'
import { scopeBefore } from '../flow/progress.ts'
import { itemsAt } from '../flow/repeats.ts'
import { saidField, saidHere } from '../flow/said.ts'
import type { Scope } from '../flow/scope.ts'
import type { ShownRow, ShownSection } from './decision.ts'
import { labelOf, titleOf } from './labels.ts'
import type { Loaded } from './load-draft.ts'

/** All that was asked on the path, by section, as check-answers shows it. Secrets are never shown; nor is what `mayShow` refuses, or what is in none of the sections and steps `of`. */
export function summaryOf(
  loaded: Loaded,
  mayShow: (field: Field) => boolean = () => true,
  of?: readonly string[],
): readonly ShownSection[] {
  const sections: OpenSection[] = []
  const seen = new Set<string>()
  for (const place of loaded.progress.path) {
    if ((of && !isOf(of, place)) || isLinkExit(loaded.draft.exits[placeKey(place)])) continue
    const { title, rows } = sectionOf(loaded, place, (field) => {
      if (!mayShow(field)) return false
      return place.item !== undefined || isNew(field.name, seen)
    })
    if (rows.length === 0) continue
    put(sections, title, rows)
  }
  return toldApart(sections, loaded)
}

/** A question that several steps ask is one answer: it stands where it was asked first. */
function isNew(name: string, seen: Set<string>): boolean {
  return !seen.has(name) && seen.add(name) !== undefined
}

/** Links of the same words would lead to different places: those say of which page they are (WCAG 2.4.4). */
function toldApart(sections: readonly OpenSection[], loaded: Loaded): readonly ShownSection[] {
  const called = new Map<string, Set<string>>()
  for (const { change } of sections.flatMap(({ rows }) => rows))
    if (change)
      called.set(change.hidden, (called.get(change.hidden) ?? new Set()).add(change.place))
  const isShared = (hidden: string) => (called.get(hidden)?.size ?? 0) > 1
  if (![...called.keys()].some(isShared)) return sections
  return sections.map(({ rows, ...section }) => ({
    ...section,
    rows: rows.map((row) => {
      const { change } = row
      if (!change || !isShared(change.hidden)) return row
      const page = headingAt(change.place, loaded)
      return { ...row, change: { ...change, hidden: `${change.hidden} (${page})` } }
    }),
  }))
}

function headingAt(key: string, loaded: Loaded): string {
  const place = placeOf(loaded.journey, key)
  return place ? titleOf(loaded, place, scopeBefore(loaded.progress, place, loaded.draft)) : ''
}

interface OpenSection {
  readonly title?: string
  readonly rows: ShownRow[]
}

/** A section that the path comes back to is one section: two headings with the same words tell nobody apart. */
function put(sections: OpenSection[], title: string | undefined, rows: readonly ShownRow[]): void {
  const same = title === undefined ? sections.at(-1) : sections.find((one) => one.title === title)
  if (same && same.title === title) same.rows.push(...rows)
  else sections.push({ ...(title !== undefined && { title }), rows: [...rows] })
}

/** Whether a place belongs to one of these sections or steps. */
function isOf(of: readonly string[], { step }: Place): boolean {
  return of.includes(step.id) || (step.section !== undefined && of.includes(step.section))
}

/** A repeat's items are headed by what one of them is called, its list by its own title. */
function sectionOf(
  loaded: Loaded,
  place: Place,
  mayShow: (field: Field) => boolean,
): { readonly title: string | undefined; readonly rows: readonly ShownRow[] } {
  const { step, item, list } = place
  const array = step.repeat ?? ''
  if (list) {
    const field = loaded.journey.fields.get(array)
    const title = field?.presentation.listTitle ?? field?.title
    return {
      title: title === undefined ? undefined : saidHere(title, loaded.progress.scope),
      rows: [listRow(loaded, place)],
    }
  }
  const section =
    step.section === undefined
      ? undefined
      : saidHere(loaded.journey.sections[step.section] ?? step.section, loaded.progress.scope)
  const title = item === undefined ? section : itemTitle(loaded, array, item)
  return { title, rows: rowsOf(loaded, place, mayShow) }
}

/** What an answer is called: its short name, unless this place has words of its own; else the label. */
function nameOf(entry: FieldEntry, scope: Scope): string {
  const { short } = entry.field.presentation
  if (short === undefined || entry.title)
    return labelOf(entry, scope).replace(/ \((?:optional|dewisol)\)$/u, '')
  return `${short.charAt(0).toUpperCase()}${short.slice(1)}`
}

/** What an item is called: as `itemTitle` has it, with its number where another is called the same; else `Vehicle 2`. */
export function itemTitle(loaded: Loaded, array: string, item: number): string {
  const field = loaded.journey.fields.get(array)
  const called = field && titlesIn(field, loaded)
  const own = called?.[item - 1]
  if (own) return called.filter((one) => one === own).length > 1 ? `${own} (${item})` : own
  const name = field?.presentation.item ?? field?.title ?? array
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${item}`
}

/** By item; nothing where the author has no words for them, and of one that nothing of is answered yet. */
function titlesIn(field: Field, { draft, progress, world }: Loaded): readonly string[] {
  const { itemTitle: template } = field.presentation
  if (template === undefined) return []
  const empty = itemInWords(field, {}, world, kindOf, template)
  const counted = itemsAt(field.name, progress.scope.answers)
  return itemsAt(field.name, draft.answers).map((item, index) => {
    const words = itemInWords(field, counted[index] ?? item, world, kindOf, template)
    return words === empty ? '' : words
  })
}

/** How many items a repeat has; changed on its list page. */
function listRow(loaded: Loaded, place: Place): ShownRow {
  const field = loaded.journey.fields.get(place.step.repeat ?? '')
  const count = itemsAt(place.step.repeat ?? '', loaded.draft.answers).length
  const mayChange = place.step.change && !loaded.draft.exits[placeKey(place)]?.closes
  const title = field?.presentation.listTitle ?? field?.title ?? ''
  const hidden = saidHere(title, loaded.progress.scope)
  const words = engineWordsOf(loaded.world.language)
  return {
    key: words.howMany,
    lines: [count === 0 ? words.none : String(count)],
    ...(mayChange && { change: { place: placeKey(place), hidden } }),
  }
}

function rowsOf(
  loaded: Loaded,
  place: Place,
  mayShow: (field: Field) => boolean,
): readonly ShownRow[] {
  const before = scopeBefore(loaded.progress, place, loaded.draft)
  const own: Answers = storedAt(place, loaded.draft.answers)
  const { entries, scope } = shownEntries(place, own, before)
  const closed = loaded.draft.exits[placeKey(place)]?.closes
  return fieldsOf(entries).flatMap((entry) => {
    const field = saidField(entry, scope)
    if (field.secret || !mayShow(field)) return []
    const value = own[field.name]
    const label = nameOf({ ...entry, field }, scope)
    const lines = isGiven(value) ? kindOf(field.kind).summarise(field, value, scope.world) : []
    const mayChange = place.step.change && !entry.readOnly && !closed
    const hidden =
      place.item === undefined
        ? label
        : `${label} (${itemTitle(loaded, place.step.repeat ?? '', place.item)})`
    const files = fileLinesOf(value)
    const row = { key: label, lines, ...(files.length > 0 && { files }) }
    return [{ ...row, ...(mayChange && { change: { place: placeKey(place), hidden } }) }]
  })
}
