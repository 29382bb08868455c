import type { Answers } from '../answers/draft.ts'
import { fileLinesOf, otherLines } from '../answers/file-lines.ts'
import { fieldWithOptions } from '../answers/options-from.ts'
import type { Json } from '../fields/field.ts'
import { kindOf } from '../fields/kinds.ts'
import type { Entry, Journey } from '../journey/journey.ts'
import { changedNote } from './changed-note.ts'
import { answerLines, maskOf, plainWords, type Sent, type Sight, sentWords } from './sent-words.ts'
import { answerAt, type SentPlace, shutRows } from './shut-rows.ts'
import type { SummaryRow, SummarySection } from './step-page.ts'
import { wordsOf } from './words.ts'

type FieldEntry = Extract<Entry, { is: 'field' }>

/**
 * Every answer that may be seen, along the path, by section, with the words of the definition that the case was made with.
 * An answer for which that has no place any more comes last: nothing that was sent is hidden.
 */
export function sentSections(about: Sent, sight: Sight): readonly SummarySection[] {
  const places = placesOf(about)
  const sections: { title: string; rows: SummaryRow[] }[] = []
  const add = (title: string, rows: readonly SummaryRow[]) => {
    if (rows.length === 0) return
    const known = sections.find((section) => section.title === title)
    if (known) known.rows.push(...rows)
    else sections.push({ title, rows: [...rows] })
  }
  for (const place of askedOnce(places))
    add(headingOf(place, about.madeWith), rowsOf(place, about, sight))
  add(wordsOf(about.madeWith.language).otherAnswers, otherRows(about, shownOn(places), sight))
  add(wordsOf(about.madeWith.language).shutAnswers, shutRows(about, places, sight))
  return sections
}

function placesOf({ submission, madeWith }: Sent): readonly SentPlace[] {
  return submission.path.flatMap((key) => {
    const [id = '', rest] = key.split('/')
    const index = madeWith.stepIndex.get(id)
    const step = index === undefined ? undefined : madeWith.steps[index]
    if (!step || rest === 'list') return []
    return [rest === undefined ? { step } : { step, item: Number(rest) }]
  })
}

/** A question that several steps ask is one answer: it stands where it was asked first. */
function askedOnce(places: readonly SentPlace[]): readonly SentPlace[] {
  const seen = new Set<string>()
  return places.map((place) => {
    if (place.item !== undefined) return place
    const entries = place.step.entries.filter((entry) => {
      if (entry.is !== 'field') return true
      const isNew = !seen.has(entry.field.name)
      seen.add(entry.field.name)
      return isNew
    })
    return { ...place, step: { ...place.step, entries } }
  })
}

/** Under what a place's answers stand. */
export function headingOf({ step, item }: SentPlace, { fields, sections }: Journey): string {
  if (item !== undefined) {
    const field = fields.get(step.repeat ?? '')
    const name = field?.presentation.item ?? field?.title ?? step.repeat ?? ''
    return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${item}`
  }
  return (step.section === undefined ? undefined : sections[step.section]) ?? 'Answers'
}

function rowsOf(place: SentPlace, about: Sent, sight: Sight): readonly SummaryRow[] {
  const { step } = place
  if (step.repeat !== undefined && !sight.maySee(step.repeat)) return []
  const own = place.item === undefined ? undefined : itemAnswers(about, step.repeat, place.item)
  return step.entries.flatMap((entry) => rowOf(entry, place, own, about, sight) ?? [])
}

function rowOf(
  entry: Entry,
  place: SentPlace,
  own: Answers | undefined,
  about: Sent,
  sight: Sight,
): SummaryRow | undefined {
  if (entry.is !== 'field' || entry.field.secret) return undefined
  if (!own && !sight.maySee(entry.field.name)) return undefined
  const { step } = place
  const lines = own
    ? itemSeen(itemLines(entry, own, about), step.repeat, entry, sight)
    : answerLines(about, entry.field.name, sight)
  // What stood there before would say what is masked now.
  const isMasked = sight.isMasked?.(step.repeat ?? entry.field.name) === true
  const changed = isMasked
    ? undefined
    : changedNote(about, answerAt(place, entry.field), entry.field)
  if (lines.length === 0 && !mayBeEmpty(entry) && changed === undefined) return undefined
  const value = (own ?? about.submission.answers)[entry.field.name]
  return {
    key: labelOf(entry, about, sight),
    ...withFiles(lines, isMasked ? undefined : value, sight),
    ...(changed !== undefined && { changed }),
  }
}

/** The files of an answer as links, in place of the lines that say the same. */
function withFiles(
  lines: readonly string[],
  value: Json | undefined,
  sight: Sight,
): Pick<SummaryRow, 'lines' | 'files'> {
  const { fileHref } = sight
  const found = fileHref ? fileLinesOf(value) : []
  if (!fileHref || found.length === 0) return { lines }
  const files = found.map(({ text, file }) => ({ text, href: fileHref(file) }))
  return { lines: otherLines(lines, files), files }
}

/** Asked of everyone who came here, and left empty. Of what has a condition nobody knows any more whether it was asked. */
function mayBeEmpty({ field, when, readOnly }: FieldEntry): boolean {
  return !field.required && !when && !readOnly
}

/** A question as its step puts it, where its words can be said. */
export function labelOf({ title, field }: FieldEntry, about: Sent, sight: Sight): string {
  const label = (title && sentWords(title, about, sight)) ?? field.title
  return label.replace(/ \((?:optional|dewisol)\)$/u, '')
}

function itemAnswers({ submission }: Sent, array: string | undefined, item: number): Answers {
  const items = array === undefined ? undefined : submission.answers[array]
  const own = Array.isArray(items) ? items[item - 1] : undefined
  return typeof own === 'object' && own !== null && !Array.isArray(own) ? own : {}
}

/** Of a list that is masked every answer is. */
function itemSeen(
  lines: readonly string[],
  array: string | undefined,
  { field }: FieldEntry,
  sight: Sight,
): readonly string[] {
  return array !== undefined && sight.isMasked?.(array) ? lines.map(maskOf(field)) : lines
}

function itemLines(
  { field }: FieldEntry,
  own: Answers,
  { submission, madeWith }: Sent,
): readonly string[] {
  const value = Object.hasOwn(own, field.name) ? own[field.name] : undefined
  if (value === undefined) return []
  const now = fieldWithOptions(field, madeWith, submission.answers, madeWith)
  return kindOf(field.kind).summarise(now, value, madeWith)
}

function shownOn(places: readonly SentPlace[]): ReadonlySet<string> {
  return new Set(
    places.flatMap(({ step }) =>
      step.repeat === undefined
        ? step.entries.flatMap((entry) => (entry.is === 'field' ? [entry.field.name] : []))
        : [step.repeat],
    ),
  )
}

function otherRows(about: Sent, shown: ReadonlySet<string>, sight: Sight): readonly SummaryRow[] {
  const { submission, madeWith } = about
  return Object.entries(submission.answers)
    .filter(
      ([name]) => !shown.has(name) && sight.maySee(name) && !madeWith.fields.get(name)?.secret,
    )
    .map(([name, value]) => ({
      key: madeWith.fields.get(name)?.title ?? name,
      ...withFiles(
        madeWith.fields.has(name) ? answerLines(about, name, sight) : [plainWords(value)],
        sight.isMasked?.(name) ? undefined : value,
        sight,
      ),
    }))
}
