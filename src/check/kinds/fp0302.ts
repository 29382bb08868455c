import type { Kind } from './kind.ts'

export const fp0302: Kind = {
  code: 'FP0302',
  title: 'A field that there is not',
  why: 'A condition on it would always be false, and a step could not ask for it: many a journey has gone the default way because of one letter.',
  example: {
    file: 'permit/flow.yaml',
    good: '{ kind: visitor }',
    bad: '{ knid: visitor }',
  },
}
