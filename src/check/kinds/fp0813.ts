import type { Kind } from './kind.ts'

export const fp0813: Kind = {
  code: 'FP0813',
  title: 'A condition that is always true here',
  why: 'All answers that lead here make it true: either it is not needed, or it does not say what was meant.',
  example: {
    file: 'permit/flow.yaml',
    good: '    content: $words.call',
    bad: '    content: $words.call\n    when: for-visitor',
  },
}
