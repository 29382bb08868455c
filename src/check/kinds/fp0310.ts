import type { Kind } from './kind.ts'

export const fp0310: Kind = {
  code: 'FP0310',
  title: 'A section that there is not',
  why: 'The step would be in no group of the check page.',
  example: {
    file: 'permit/flow.yaml',
    good: 'section: car',
    bad: 'section: cars',
  },
}
