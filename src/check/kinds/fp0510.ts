import type { Kind } from './kind.ts'

export const fp0510: Kind = {
  code: 'FP0510',
  title: 'A "not" that is true while nothing is answered',
  why: 'A test of what is not given is false, and so its opposite is true: also for those who left the question out.',
  example: {
    file: 'permit/flow.yaml',
    good: 'when: { colours: red }',
    bad: 'when: { not: { note: x } }',
  },
}
