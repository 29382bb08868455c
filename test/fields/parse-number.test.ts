import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kindOf } from '../../src/fields/kinds.ts'
import { fieldOf, posted } from './field-of.ts'

const decimal = fieldOf('number', { schema: { type: 'number' } })
const whole = fieldOf('number', { schema: { type: 'integer' } })

function parse(text: string, field = decimal) {
  const parsed = kindOf('number').parse(field, posted({ answer: text }), 'answer')
  return parsed.status === 'value' ? parsed.value : parsed.status
}

describe('a number', () => {
  it.each([
    ['12', 12],
    [' 1,000 ', 1000],
    ['1 000 000', 1_000_000],
    ['1,234.50', 1234.5],
    ['-3', -3],
    ['−3', -3],
    ['.5', 0.5],
    ['007', 7],
    ['１２', 12],
    ['-0', 0],
  ])('%s is read', (typed, value) => {
    expect(parse(typed)).toBe(value)
  })

  it.each([
    '1e3',
    '0x10',
    'NaN',
    'Infinity',
    '1,5',
    '1,00',
    '1.2.3',
    '£5',
    '5 metres',
    '--1',
    '1_000',
    '١',
  ])('%s is refused', (typed) => {
    expect(parse(typed)).toBe('wrong')
  })

  it('may carry the prefix and the suffix that the box shows', () => {
    const money = fieldOf('number', { schema: { type: 'number' }, presentation: { prefix: '£' } })
    const metres = fieldOf('number', {
      schema: { type: 'integer' },
      presentation: { suffix: 'metres' },
    })
    expect(parse('£1,250.50', money)).toBe(1250.5)
    expect(parse('50 Metres', metres)).toBe(50)
    const words = { language: 'en' }
    expect(kindOf('number').summarise(money, 1250.5, words)).toEqual(['£1,250.50'])
    expect(kindOf('number').summarise(money, -3, words)).toEqual(['-£3'])
    expect(kindOf('number').summarise(metres, 50, words)).toEqual(['50 metres'])
  })

  it('is whole where the schema says integer', () => {
    expect(parse('5.0', whole)).toBe(5)
    expect(parse('5.5', whole)).toBe('wrong')
    expect(parse('5.5')).toBe(5.5)
  })

  it('with more digits than can be kept is refused, not rounded', () => {
    expect(parse('12345678901234567890')).toBe('wrong')
  })

  it('that was kept is read again from its box as the same', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.integer({ min: 0, max: 999 }),
        (n, d) => {
          const value = Number(`${n}.${d}`)
          const [text = ''] = kindOf('number').typedOf(decimal, value, 'answer')['answer'] ?? []
          expect(parse(text)).toBe(value === 0 ? 0 : value)
        },
      ),
      { seed: 7, numRuns: 200 },
    )
  })
})
