import type { Kind } from './kind.ts'

export const fp0603: Kind = {
  code: 'FP0603',
  title: 'A brace that may have been meant as an answer',
  why: 'Braces with a name in them are replaced by an answer; others are shown as they stand.',
  example: {
    file: 'permit/flow.yaml',
    good: 'title: Details',
    bad: 'title: Details of {the car}',
  },
}
