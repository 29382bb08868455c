import type { Field, KindName } from '../fields/field.ts'
import { PROBLEMS } from './codes.ts'
import { type FieldReader, readProperties } from './read-properties.ts'
import type { Reading } from './reading.ts'
import { type Keywords, keywordsOf } from './resolve-ref.ts'

/** Deeper than this nobody answers; what refers to itself has no end. */
const DEEPEST = 8

/** The parts of an object, or of one item of a repeat; of other kinds none. */
export function readParts(
  kind: KindName,
  keywords: Keywords,
  depth: number,
  reading: Reading,
  readField: FieldReader,
): readonly Field[] {
  if (!['name', 'address', 'group', 'repeat'].includes(kind)) return []
  const items = keywords.get('items')?.value
  const own = kind === 'repeat' && items?.is === 'map' ? keywordsOf(items, reading) : keywords
  const properties = own.get('properties')
  if (!properties) return []
  if (depth >= DEEPEST) {
    const help = 'Ask for it in a field of its own.'
    reading.report(
      PROBLEMS.impossibleBounds,
      properties.keyAt,
      `Objects stand inside of each other more than ${DEEPEST} deep.`,
      help,
    )
    return []
  }
  const parts = readProperties(own, depth + 1, reading, readField)
  for (const part of parts) {
    if (part.kind !== 'repeat') continue
    const at = reading.marks.get(part) ?? properties.keyAt
    reading.report(
      PROBLEMS.badRepeat,
      at,
      'A list of items cannot be a part of something else: steps ask for its items one by one.',
      'Make it a field of its own; "repeat: { array, for }" asks one for each earlier item.',
    )
  }
  return parts
}
