import type { Input } from '../fields/field.ts'

/** R-WEB-12: more than this in one post is nobody's form. `bytes`: of a form without files. */
export const MOST_POSTED = { fields: 200, bytes: 64 * 1024 } as const
const LONGEST_NAME = 128

export type ReadInput =
  | { readonly status: 'read'; readonly input: Input }
  | {
      readonly status: 'refused'
      readonly reason: 'too-many-fields' | 'name-too-long' | 'doubled'
    }

/**
 * A body → what was posted under the names that are allowed; all else is ignored, whatever it is called (R-WEB-09,
 * R-WEB-11). Values stay as they came, in their order. Refused (R-WEB-12): more than 200 fields, a name of more than
 * 128 bytes, and a name of `once` that comes twice: the engine's own, such as `page` and `button`. A field of the
 * person's that comes twice is read: its kind says what is wrong with it, in words (R-WEB-10).
 */
export function readInput(
  body: URLSearchParams,
  allowed: ReadonlySet<string>,
  once: ReadonlySet<string> = new Set(),
): ReadInput {
  if (body.size > MOST_POSTED.fields) return { status: 'refused', reason: 'too-many-fields' }
  const input = new Map<string, string[]>()
  for (const [name, value] of body) {
    if (Buffer.byteLength(name) > LONGEST_NAME)
      return { status: 'refused', reason: 'name-too-long' }
    if (!allowed.has(name)) continue
    const values = input.get(name)
    if (values && once.has(name)) return { status: 'refused', reason: 'doubled' }
    if (values) values.push(value)
    else input.set(name, [value])
  }
  return { status: 'read', input }
}
