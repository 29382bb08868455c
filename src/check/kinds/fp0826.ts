import type { Kind } from './kind.ts'

export const fp0826: Kind = {
  code: 'FP0826',
  title: 'A check that nobody fails',
  why: 'It says what the questions ask for anyway, or it was meant to say something else.',
  example: {
    file: 'permit/flow.yaml',
    good: 'must: { age: { maximum: 110 } }',
    bad: 'must: { age: { maximum: 120 } }',
  },
}
