import { describe, expect, it } from 'vitest'
import { actions } from '../../src/actions/registry.ts'
import type { Condition } from '../../src/journey/condition.ts'
import { loadJourneys } from '../../src/journey/load-journeys.ts'
import { formsEdited } from '../check/sound-forms.ts'

/** A condition as a step of the sound forms has it, compiled; fails where it has an error. */
function compiled(written: string): Condition | undefined {
  const files = formsEdited('permit/flow.yaml', 'when: old-enough', `when: ${written}`)
  const [permit] = loadJourneys(files, actions).journeys
  expect(permit?.problems.filter(({ severity }) => severity === 'error')).toEqual([])
  return permit?.journey?.steps.find(({ id }) => id === 'details')?.when
}

const answer = (...path: string[]) => ({ from: 'answer', path }) as const
const test = (name: string, how: object) => ({
  is: 'test',
  of: answer(...name.split('.')),
  test: how,
})
const age18 = test('age', { test: 'schema', schema: { minimum: 18 } })

describe('a condition', () => {
  it.each<[string, object]>([
    ['adult', age18],
    ['{ kind: visitor }', test('kind', { test: 'one-of', values: ['visitor'] })],
    [
      '{ kind: [visitor, resident] }',
      test('kind', { test: 'one-of', values: ['visitor', 'resident'] }),
    ],
    ['{ insured: true }', test('insured', { test: 'one-of', values: [true] })],
    ['{ age: 18 }', test('age', { test: 'one-of', values: [18] })],
    ['{ colours: red }', test('colours', { test: 'one-of', values: ['red'] })],
    [
      '{ colours: { all: [red, blue] } }',
      test('colours', { test: 'all-of', values: ['red', 'blue'] }),
    ],
    ['{ colours: { none: [red] } }', test('colours', { test: 'none-of', values: ['red'] })],
    [
      '{ age: { minimum: 18, maximum: 65 } }',
      test('age', { test: 'schema', schema: { minimum: 18, maximum: 65 } }),
    ],
    [
      '{ kind: { not: { const: visitor } } }',
      test('kind', { test: 'schema', schema: { not: { const: 'visitor' } } }),
    ],
    [
      '{ colours: { contains: { const: red } } }',
      test('colours', { test: 'schema', schema: { contains: { const: 'red' } } }),
    ],
    [
      '{ vehicles: { minItems: 2 } }',
      test('vehicles', { test: 'schema', schema: { minItems: 2 } }),
    ],
    [
      '{ plate: { pattern: "^AB" } }',
      test('plate', { test: 'schema', schema: { pattern: '^AB' } }),
    ],
    ['{ name.first: Sam }', test('name.first', { test: 'one-of', values: ['Sam'] })],
    ['{ note: { answered: true } }', test('note', { test: 'answered', is: true })],
    ['{ plate: { sameAs: note } }', test('plate', { test: 'same-as', other: answer('note') })],
    ['{ plate: $note }', test('plate', { test: 'compare', keyword: 'const', to: answer('note') })],
    [
      '{ age: { minimum: $age } }',
      test('age', { test: 'compare', keyword: 'minimum', to: answer('age') }),
    ],
    [
      '{ phone: { phoneType: mobile } }',
      test('phone', { test: 'kind', name: 'phoneType', values: ['mobile'] }),
    ],
    [
      '{ phone: { phoneType: [mobile, landline] } }',
      test('phone', { test: 'kind', name: 'phoneType', values: ['mobile', 'landline'] }),
    ],
    [
      '{ born: { before: today } }',
      test('born', { test: 'date', relation: 'before', to: { is: 'today' } }),
    ],
    [
      '{ born: { after: 2000-01-31 } }',
      test('born', { test: 'date', relation: 'after', to: { is: 'date', date: '2000-01-31' } }),
    ],
    [
      '{ born: { onOrBefore: 18 years ago } }',
      test('born', {
        test: 'date',
        relation: 'onOrBefore',
        to: { is: 'shifted', amount: -18, unit: 'years' },
      }),
    ],
    [
      '{ born: { onOrAfter: in 3 months } }',
      test('born', {
        test: 'date',
        relation: 'onOrAfter',
        to: { is: 'shifted', amount: 3, unit: 'months' },
      }),
    ],
    [
      '{ born: { before: $born } }',
      test('born', { test: 'date', relation: 'before', to: { is: 'answer', path: ['born'] } }),
    ],
    ['{ fact: signed-in }', { is: 'fact', fact: 'signed-in' }],
    [
      '{ fact.signed-in.email: a@b.example }',
      {
        is: 'test',
        of: { from: 'fact', fact: 'signed-in', key: 'email' },
        test: { test: 'one-of', values: ['a@b.example'] },
      },
    ],
    [
      '{ account.email: { answered: true } }',
      { is: 'test', of: { from: 'account', key: 'email' }, test: { test: 'answered', is: true } },
    ],
    [
      '{ config.phase: beta }',
      {
        is: 'test',
        of: { from: 'config', key: 'phase' },
        test: { test: 'one-of', values: ['beta'] },
      },
    ],
    [
      '{ answered: { atLeast: 1, of: [note, phone] } }',
      { is: 'answered', atLeast: 1, of: [answer('note'), answer('phone')] },
    ],
    [
      '{ all: [adult, { insured: false }] }',
      { is: 'all', of: [age18, test('insured', { test: 'one-of', values: [false] })] },
    ],
    [
      '{ any: [adult, { fact: signed-in }] }',
      { is: 'any', of: [age18, { is: 'fact', fact: 'signed-in' }] },
    ],
    ['{ not: adult }', { is: 'not', of: age18 }],
    [
      '{ kind: visitor, insured: true }',
      {
        is: 'all',
        of: [
          test('kind', { test: 'one-of', values: ['visitor'] }),
          test('insured', { test: 'one-of', values: [true] }),
        ],
      },
    ],
    [
      '{ age: { minimum: 18, answered: true } }',
      { is: 'all', of: [test('age', { test: 'answered', is: true }), age18] },
    ],
  ])('may be written %s', (written, meant) => {
    expect(compiled(written)).toEqual(meant)
  })

  it('on another answer under "not" is false while one of them is unanswered', () => {
    const answered = { test: 'answered', is: true }
    expect(compiled('{ plate: { not: { const: $note } } }')).toEqual({
      is: 'all',
      of: [
        test('plate', answered),
        test('note', answered),
        { is: 'not', of: test('plate', { test: 'compare', keyword: 'const', to: answer('note') }) },
      ],
    })
  })
})
