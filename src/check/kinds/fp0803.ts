import type { Kind } from './kind.ts'

export const fp0803: Kind = {
  code: 'FP0803',
  title: 'Steps from which no ending can be reached',
  why: 'People would go round and round.',
  example: {
    file: 'permit/flow.yaml',
    good: 'next: you }',
    bad: 'next: visitor }',
  },
}
