import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { json } from './files.ts'

describe('reading JSON', () => {
  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.json({ noUnicodeString: false }), (text) => {
        const { value, problems } = json(text)
        const doubled = problems.some(({ code }) => code === 'FP0102')
        if (!doubled) expect(value).toEqual(JSON.parse(text))
      }),
      { seed: 7, numRuns: 100 },
    )
  })

  it('takes tabs for blanks', () => {
    expect(json('{\n\t"a": [1,\t2]\n}').value).toEqual({ a: [1, 2] })
  })

  it.each([
    ['{"a": 1,}', '1:8'],
    ['{"a" 1}', '1:6'],
    ['{"a": [1 2]}', '1:10'],
    ['{"a": one}', '1:7'],
    ['{\n  "a": 1\n', '2:8'],
    ["{'a': 1}", '1:2'],
    ['{"a": 1} x', '1:10'],
  ])('says where %s is no JSON', (text, place) => {
    expect(json(text).places).toEqual([`FP0101 ${place}`])
  })

  it('refuses a name that stands twice, at the second', () => {
    expect(json('{"a": 1, "a": 2}').places).toEqual(['FP0102 1:10'])
  })
})
