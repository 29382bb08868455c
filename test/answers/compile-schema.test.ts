import { describe, expect, it } from 'vitest'
import { checkSchema, compileSchema } from '../../src/answers/compile-schema.ts'

describe('a compiled schema', () => {
  it('keeps the patterns of authors apart', () => {
    // With a regular expression that has no `toString` of its own, ajv takes the first pattern for all others.
    const capital = compileSchema({ type: 'string', pattern: '^[A-Z]' })
    const digits = compileSchema({ type: 'string', pattern: '^\\d{5}$' })
    expect([capital('Abc'), capital('abc'), digits('12345'), digits('abc')]).toEqual([
      true,
      false,
      true,
      false,
    ])
  })

  it('matches patterns in linear time, and letters beyond ASCII', () => {
    const evil = compileSchema({ type: 'string', pattern: '^(a+)+$' })
    const before = performance.now()
    expect(evil(`${'a'.repeat(5000)}b`)).toBe(false)
    expect(performance.now() - before).toBeLessThan(1000)
    expect(compileSchema({ pattern: '^[\\p{L} ]+$' })('Zoë Ŵyn')).toBe(true)
    expect(compileSchema({ pattern: '^\\u00e9$' })('é')).toBe(true)
  })

  it('knows the formats of answers, and takes unknown ones for notes', () => {
    expect(compileSchema({ format: 'phone' })('+447400123456')).toBe(true)
    expect(compileSchema({ format: 'phone' })('07400 123456')).toBe(false)
    expect(compileSchema({ format: 'date' })('2026-02-29')).toBe(false)
    expect(compileSchema({ format: 'time' })('10:30')).toBe(true)
    expect(compileSchema({ format: 'uuid' })('nonsense')).toBe(false)
    expect(compileSchema({ format: 'account' })('anything')).toBe(true)
  })

  it('counts characters as people do', () => {
    expect(compileSchema({ maxLength: 2 })('👍👍')).toBe(true)
    expect(compileSchema({ maxLength: 2 })('👍👍👍')).toBe(false)
  })

  it('does not see what objects inherit', () => {
    expect(compileSchema({ type: 'object', required: ['toString'] })({})).toBe(false)
  })

  it('that cannot be is reported, not thrown', () => {
    expect(checkSchema({ type: 'string', pattern: '^a+$' })).toEqual([])
    expect(checkSchema({ type: 'string', pattern: '(?=a)' })).toHaveLength(1)
    expect(checkSchema({ type: 'nonsense' })).toHaveLength(1)
  })

  it('may come twice with one $id', () => {
    const schema = { $id: 'https://example.org/a', type: 'string' }
    expect(compileSchema({ ...schema })('a')).toBe(true)
    expect(compileSchema({ ...schema })(1)).toBe(false)
  })
})
