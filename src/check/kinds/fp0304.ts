import type { Kind } from './kind.ts'

export const fp0304: Kind = {
  code: 'FP0304',
  title: 'An action that there is not',
  why: 'The press would send and check nothing.',
  example: {
    file: 'permit/flow.yaml',
    good: 'run: submit-request',
    bad: 'run: submit-requests',
  },
}
