import type { Kind } from './kind.ts'

export const fp0408: Kind = {
  code: 'FP0408',
  title: 'A name that has another meaning',
  why: 'In conditions this word means something else.',
  example: {
    file: 'permit/flow.yaml',
    good: 'sections:',
    bad: 'values: { any: { count: [age] } }\nsections:',
  },
}
