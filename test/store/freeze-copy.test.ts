import { describe, expect, test } from 'vitest'
import { freezeCopy, parseFrozen } from '../../src/store/envelope.ts'

describe('what is kept in memory of a record that was written', () => {
  test.each<[string, unknown]>([
    ['nested answers', { a: { b: [1, 'two', null, true, { c: [] }] } }],
    [
      'what JSON leaves out',
      { gone: undefined, list: [undefined, 1], nan: Number.NaN, f: () => 1 },
    ],
    ['what JSON writes in its own way', { at: new Date(0), end: Number.POSITIVE_INFINITY }],
    ['a name that is a trap', JSON.parse('{"__proto__": {"x": 1}, "constructor": 2}')],
    ['an object without a prototype', Object.assign(Object.create(null), { a: 1 })],
  ])('is as JSON has it: %s', (_what, data) => {
    expect(JSON.stringify(freezeCopy(data))).toBe(JSON.stringify(JSON.parse(JSON.stringify(data))))
    expect(Object.keys(freezeCopy(data) as object)).toEqual(
      Object.keys(JSON.parse(JSON.stringify(data))),
    )
  })

  test('cannot be changed, by who gave it neither', () => {
    const given = { list: [{ name: 'Sam' }] }
    const kept = freezeCopy(given)
    given.list[0] = { name: 'Kim' }
    expect(kept).toEqual({ list: [{ name: 'Sam' }] })
    expect(() => kept.list.push({ name: 'Kim' })).toThrow(TypeError)
    expect(Object.isFrozen(kept.list[0])).toBe(true)
  })

  test('shares what is the very same as before, and trusts nobody who says that it is frozen', () => {
    const stored = parseFrozen<{ part: { a: number }; list: { b: number }[] }>(
      '{"part":{"a":1},"list":[{"b":1},{"b":2}]}',
    )
    const [, second] = stored.list
    const kept = freezeCopy({ ...stored, list: [second, { b: 3 }], more: 1 }, stored)
    expect(kept.part).toBe(stored.part)
    expect(kept.list[0]).toBe(second)
    expect(kept).toEqual({ part: { a: 1 }, list: [{ b: 2 }, { b: 3 }], more: 1 })
    const shallow = Object.freeze({ inner: { a: 1 } })
    expect(Object.isFrozen(freezeCopy({ shallow }, stored).shallow.inner)).toBe(true)
    expect(Object.isFrozen(shallow.inner)).toBe(false)
  })
})
