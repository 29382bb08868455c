import type { Kind } from './kind.ts'

export const fp0412: Kind = {
  code: 'FP0412',
  title: 'A number that cannot be worked out, or an option of another type',
  why: 'Sums are made of numbers, and each option is a value of the type that its field has.',
  example: {
    file: 'permit/flow.yaml',
    good: 'sections:',
    bad: 'values: { a: { sum: [age, plate] } }\nsections:',
  },
}
