import type { Kind } from './kind.ts'

export const fp0303: Kind = {
  code: 'FP0303',
  title: 'A condition that there is not',
  why: 'The step or the branch would never be shown, and nobody would be told.',
  example: {
    file: 'permit/flow.yaml',
    good: 'when: for-visitor',
    bad: 'when: for-visitors',
  },
}
