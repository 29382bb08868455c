import type { Kind } from './kind.ts'

export const fp0727: Kind = {
  code: 'FP0727',
  title: 'A required fact that one of the paths gives nobody a chance to earn',
  why: 'Who comes that way is stuck on the page before it.',
  example: {
    file: 'permit/flow.yaml',
    good: '  agree:\n    fields: [agreed]',
    bad: '  agree:\n    requires: [submitted]\n    fields: [agreed]',
  },
}
