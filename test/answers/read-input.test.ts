import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readInput } from '../../src/answers/read-input.ts'

const allowed = new Set(['firstName', 'colour', 'page'])
const read = (body: string) => readInput(new URLSearchParams(body), allowed)

describe('what is read of a post', () => {
  it('is only what the step declares (R-WEB-09, R-WEB-11)', () => {
    const body =
      'firstName=Sam&role=admin&__proto__=x&constructor=y&__proto__.polluted=1&a[b][c]=1&=z&%00=n'
    const outcome = read(body)
    expect(outcome).toEqual({ status: 'read', input: new Map([['firstName', ['Sam']]]) })
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  it('is never merged into objects, whatever the names are (R-WEB-09)', () => {
    const name = fc.oneof(
      fc.string(),
      fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString'),
    )
    const before = Object.getOwnPropertyNames(Object.prototype)
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.string()), { maxLength: 20 }), (pairs) => {
        const outcome = readInput(new URLSearchParams(pairs), allowed)
        if (outcome.status === 'read')
          for (const key of outcome.input.keys()) expect(allowed.has(key)).toBe(true)
      }),
      { seed: 5, numRuns: 200 },
    )
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before)
  })

  it('keeps doubled fields in their order: the kind says what is wrong (R-WEB-10)', () => {
    expect(read('colour=red&colour=blue')).toMatchObject({
      input: new Map([['colour', ['red', 'blue']]]),
    })
  })

  it('refuses the engine’s own names when they come twice', () => {
    const body = new URLSearchParams('page=a&page=b')
    expect(readInput(body, allowed, new Set(['page']))).toEqual({
      status: 'refused',
      reason: 'doubled',
    })
    expect(readInput(body, allowed).status).toBe('read')
  })

  it('has at most 200 fields, and names of at most 128 bytes (R-WEB-12)', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => `x${index}=1`).join('&')
    expect(read(many(200)).status).toBe('read')
    expect(read(many(201))).toEqual({ status: 'refused', reason: 'too-many-fields' })
    expect(read(`${'n'.repeat(128)}=1`).status).toBe('read')
    expect(read(`${'n'.repeat(129)}=1`)).toEqual({ status: 'refused', reason: 'name-too-long' })
    expect(read(`${'é'.repeat(65)}=1`)).toEqual({ status: 'refused', reason: 'name-too-long' })
  })
})
