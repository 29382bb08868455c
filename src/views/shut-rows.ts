import type { AnswerChange } from '../answers/asked-more.ts'
import type { Field } from '../fields/field.ts'
import type { Journey, Step } from '../journey/journey.ts'
import { type Answered, changedNote } from './changed-note.ts'
import type { Sent, Sight } from './sent-words.ts'
import type { SummaryRow } from './step-page.ts'

/** A step of the path; of a repeated one, for which item (from 1). */
export interface SentPlace {
  readonly step: Step
  readonly item?: number
}

/** Which answer a place's question asks for. */
export function answerAt({ step, item }: SentPlace, { name }: Field): Answered {
  const { repeat: array } = step
  return { field: name, ...(array !== undefined && item !== undefined && { array, item }) }
}

/** What was asked no more once the person had changed another answer. What it was is not said of what is masked. */
export function shutRows(
  about: Sent,
  places: readonly SentPlace[],
  sight: Sight,
): readonly SummaryRow[] {
  const { submission, madeWith } = about
  const asked = askedIn(places)
  const changes = (submission.more ?? []).flatMap(({ answered }) => answered?.changes ?? [])
  const shut = new Map(
    changes
      .filter(({ array, field }) => array !== undefined || !(field in submission.answers))
      .map((change) => [idOf(change), change]),
  )
  return [...shut].flatMap(([id, change]) => {
    const name = change.array ?? change.field
    // A list that went as a whole says itself what its items were.
    if (change.array !== undefined && shut.has(idOf({ field: change.array }))) return []
    if (asked.has(id) || !sight.maySee(name) || sight.isMasked?.(name)) return []
    return rowOf(about, change, fieldOf(change, madeWith))
  })
}

function rowOf(
  about: Sent,
  { field: name, array, item }: AnswerChange,
  field: Field | undefined,
): readonly SummaryRow[] {
  const answer =
    item === undefined || array === undefined ? { field: name } : { field: name, array, item }
  const changed = changedNote(about, answer, field)
  const title = `${field?.title ?? name}${item === undefined ? '' : ` (${item})`}`
  return changed === undefined ? [] : [{ key: title, lines: [], changed }]
}

function fieldOf({ field, array }: AnswerChange, { fields }: Journey): Field | undefined {
  if (array === undefined) return fields.get(field)
  return fields.get(array)?.parts.find(({ name }) => name === field)
}

function askedIn(places: readonly SentPlace[]): ReadonlySet<string> {
  return new Set(
    places.flatMap((place) =>
      place.step.entries.flatMap((entry) =>
        entry.is === 'field' ? [idOf(answerAt(place, entry.field))] : [],
      ),
    ),
  )
}

function idOf({ array, item, field }: Answered): string {
  return `${array ?? ''} ${item ?? ''} ${field}`
}
