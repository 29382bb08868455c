import type { Field, KindName } from '../fields/field.ts'
import { PROBLEMS } from './codes.ts'
import { type FieldReader, readProperties } from './read-properties.ts'
import type { Reading } from './reading.ts'
import { type Keywords, keywordsOf } from './resolve-ref.ts'

const DEEPEST = 3

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
      PROBLEMS.notSupported,
      properties.keyAt,
      'Objects inside of objects inside of objects are not supported yet.',
      help,
    )
    return []
  }
  const parts = readProperties(own, depth + 1, reading, readField)
  for (const part of parts) {
    if (part.kind !== 'repeat') continue
    const at = reading.marks.get(part) ?? properties.keyAt
    reading.report(
      PROBLEMS.notSupported,
      at,
      'A repeat inside of another field is not supported yet.',
      'Make it a field of its own.',
    )
  }
  return parts
}
