import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textFor } from '../../src/scenarios/sample-text.ts'

const PATTERNS = [
  '^[A-Z0-9]{6}$',
  '^[0-9]{6}$',
  '^(?:AB|CD)-\\d{2,4}$',
  '^[^@\\s]+@[a-z]+\\.org$',
  '^\\p{Lu}\\p{L}+$',
  '^a?b+c*$',
]

describe('a text that a pattern takes', () => {
  it.each(PATTERNS)('is made for %s', (pattern) => {
    expect(textFor(pattern)).toMatch(new RegExp(pattern, 'u'))
  })

  it('is not promised: what cannot be read is undefined, and nothing is thrown', () => {
    expect(textFor('^(?!no)yes$')).toBeUndefined()
    fc.assert(fc.property(fc.string(), (text) => void textFor(text)))
  })
})
