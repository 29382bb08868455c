import type { Kind } from './kind.ts'

export const fp0812: Kind = {
  code: 'FP0812',
  title: 'A condition that can never be true here',
  why: 'All answers that lead here make it false: what depends on it is never shown.',
  example: {
    file: 'permit/flow.yaml',
    good: 'when: old-enough',
    bad: 'when: { all: [adult, { age: { maximum: 17 } }] }',
  },
}
