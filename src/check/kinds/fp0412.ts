import type { Kind } from './kind.ts'

export const fp0412: Kind = {
  code: 'FP0412',
  title: 'A number that cannot be made',
  why: 'Numbers are made of numbers: of words nothing can be added.',
  example: {
    file: 'permit/flow.yaml',
    good: 'sections:',
    bad: 'values: { a: { sum: [age, plate] } }\nsections:',
  },
}
