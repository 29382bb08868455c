import type { Kind } from './kind.ts'

export const fp0106: Kind = {
  code: 'FP0106',
  title: 'Words that are cut off by a comment',
  why: 'A blank and a # begin a comment: what stands behind them is not shown to anybody.',
  example: {
    file: 'permit/flow.yaml',
    good: 'title: Details',
    bad: 'title: Details #2',
  },
}
