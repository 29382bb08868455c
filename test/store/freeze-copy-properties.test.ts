import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { freezeCopy, parseFrozen } from '../../src/store/envelope.ts'

/** Few names, so that what is new has those of what was before; some that every object has. */
const names = fc.constantFrom('a', 'b', 'c', 'length', 'constructor', '0', '__proto__')
const scalars = fc.constantFrom<unknown>(null, true, '', 'a', 0, 1, -1.5)
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    scalars,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(names, tie('value'), { maxKeys: 4 }),
  ),
})).value

/** What the program may put into a record beside what JSON knows. */
const odd = fc.constantFrom<unknown>(undefined, Number.NaN, -0, () => 1, new Date(0))

type Edit = { readonly at: number; readonly how: number; readonly by: unknown }
const edits = fc.array(
  fc.record({ at: fc.nat(30), how: fc.nat(6), by: fc.oneof(json, odd) }) as fc.Arbitrary<Edit>,
  { maxLength: 5 },
)

function partsOf(value: unknown): readonly object[] {
  if (typeof value !== 'object' || value === null) return []
  return [value, ...Object.values(value).flatMap(partsOf)]
}

/** As the program changes what it read: new around what changed, the very same parts all else; some stand elsewhere. */
function edited(stored: unknown, edit: Edit, whole: unknown = stored): unknown {
  if (typeof stored !== 'object' || stored === null) return edit.by
  const parts = partsOf(whole)
  const other = parts[edit.at % parts.length]
  if (edit.how === 0) return other
  const inside = (part: unknown) => edited(part, { ...edit, at: edit.at >> 1 }, whole)
  if (Array.isArray(stored)) return editedList(stored, edit, other, inside)
  const keys = Object.keys(stored)
  const key = keys[edit.at % keys.length] ?? 'a'
  if (edit.how === 1) return { ...stored, [key]: other }
  if (edit.how === 2)
    return Object.fromEntries(Object.entries(stored).filter(([one]) => one !== key))
  if (edit.how === 3) return JSON.parse(JSON.stringify(stored))
  return { ...stored, [key]: inside((stored as Record<string, unknown>)[key]) }
}

function editedList(
  stored: readonly unknown[],
  { at, how, by }: Edit,
  other: unknown,
  inside: (part: unknown) => unknown,
): readonly unknown[] {
  if (how === 1) return [...stored].reverse()
  if (how === 2) return stored.slice(1)
  if (how === 3) return [...stored, other, by]
  return stored.map((item, index) => (index === at % stored.length ? inside(item) : item))
}

const isFrozen = (value: unknown) => partsOf(value).every((part) => Object.isFrozen(part))
const jsonOf = (value: unknown): unknown => JSON.parse(JSON.stringify([value]))

test('a record that is kept is the very one that a restart reads, whatever was stored before and how it came about', () => {
  fc.assert(
    fc.property(json, edits, fc.boolean(), (first, made, isOther) => {
      const text = JSON.stringify([first])
      const stored = parseFrozen<unknown[]>(text)
      const given = [made.reduce<unknown>((value, edit) => edited(value, edit), stored[0])]
      const was = jsonOf(given)
      const kept = freezeCopy(given, isOther ? parseFrozen(text) : stored)
      expect(isDeepStrictEqual([kept], was)).toBe(true)
      expect(Object.keys(kept[0] ?? {})).toEqual(
        Object.keys((jsonOf(given) as never[][])[0]?.[0] ?? {}),
      )
      expect(isFrozen(kept)).toBe(true)
      expect(JSON.stringify(stored)).toBe(text)
      // What was given is not the store's: it may be changed, and changes nothing that is kept.
      for (const part of partsOf(given)) if (!Object.isFrozen(part)) Reflect.set(part, 'a', 'later')
      expect(isDeepStrictEqual([kept], was)).toBe(true)
    }),
    { seed: 20261126, numRuns: 2000 },
  )
})
