import type { Kind } from './kind.ts'

export const fp0102: Kind = {
  code: 'FP0102',
  title: 'A key that stands twice',
  why: 'Only one of the two would count, and nobody can see which: half of what was written would be lost without a word.',
  example: {
    file: 'permit/flow.yaml',
    good: '    title: About you',
    bad: '    title: About you\n    title: You',
  },
}
