import type { Value } from '../journey/condition.ts'

/** The answers that a value holds, by their paths. */
export function answersIn(value: Value): readonly (readonly string[])[] {
  if (value.from === 'map') return Object.values(value.entries).flatMap(answersIn)
  if (value.from === 'list') return value.items.flatMap(answersIn)
  return value.from === 'answer' ? [value.path] : []
}
