import { sentenceIn } from '../answers/sentences.ts'
import { engineWordsOf } from '../fields/engine-words.ts'
import type { Json } from '../fields/field.ts'
import type { Journey } from '../journey/journey.ts'
import type { FieldEntry } from './entries.ts'

/** The error where neither yes nor no was said to whether there is another item. */
export const UNSAID = 'Select yes if you need to add another'

/** Whether there is another item after so many of an array, as a question with a name of its own: no field is called so. */
export function anotherName(array: string, count: number): string {
  return `${array}-another-${count}`
}

const asked = new WeakMap<Journey, Map<string, FieldEntry>>()

/** The question of that name; undefined: it is no such name. In the words of the repeat's list page. */
export function anotherEntry(journey: Journey, name: string): FieldEntry | undefined {
  const [, array = '', count] = /^(\w+)-another-(\d{1,3})$/u.exec(name) ?? []
  const { item, another } = journey.fields.get(array)?.presentation ?? {}
  if (count === undefined || !journey.fields.has(array)) return undefined
  const known = asked.get(journey) ?? new Map<string, FieldEntry>()
  asked.set(journey, known)
  const words = engineWordsOf(journey.language)
  const title = another ?? (count === '0' ? words.addFirst(item) : words.addMore(item))
  const entry = known.get(name) ?? entryOf(name, title, sentenceIn(journey.language, UNSAID))
  known.set(name, entry)
  return entry
}

function entryOf(name: string, title: string, required: string): FieldEntry {
  return {
    is: 'field',
    readOnly: false,
    field: {
      name,
      kind: 'yes-no',
      title,
      required: true,
      secret: false,
      readOnly: false,
      examples: [],
      options: [],
      errorMessages: { required },
      presentation: {},
      schema: { type: 'boolean' },
      parts: [],
    },
  }
}

/** After how many items it is asked, in order, and how many items that makes: as many as there are, or must be, or are said to come. */
export function anotherAfter(
  array: string,
  { min, max }: { readonly min: number; readonly max: number },
  answers: Readonly<Record<string, Json>>,
): { readonly counts: readonly number[]; readonly items: number } {
  const said = (count: number) => answers[anotherName(array, count)]
  const there = answers[array]
  let items = min
  while (items < max && said(items) === true) items += 1
  if (said(items) !== false && Array.isArray(there)) items = Math.max(items, there.length)
  const counts = Array.from({ length: items - min + 1 }, (_, index) => min + index)
  return { counts: counts.filter((count) => count < max), items }
}
