import type { Kind } from './kind.ts'

export const fp0311: Kind = {
  code: 'FP0311',
  title: 'Words that there are not',
  why: 'Nothing would be shown in their place.',
  example: {
    file: 'permit/flow.yaml',
    good: '$words.call',
    bad: '$words.cal',
  },
}
