import type { Kind } from './kind.ts'

export const fp0502: Kind = {
  code: 'FP0502',
  title: 'A test that this answer does not know',
  why: 'It would always be false.',
  example: {
    file: 'permit/flow.yaml',
    good: '{ age: { minimum: 18 } }',
    bad: '{ age: { minimun: 18 } }',
  },
}
