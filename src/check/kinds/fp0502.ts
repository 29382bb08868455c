import type { Kind } from './kind.ts'

export const fp0502: Kind = {
  code: 'FP0502',
  title: 'A test that does not fit this answer',
  why: 'No answer of this kind can pass it: it would always be false.',
  example: {
    file: 'permit/flow.yaml',
    good: '{ age: { minimum: 18 } }',
    bad: '{ age: { minimun: 18 } }',
  },
}
