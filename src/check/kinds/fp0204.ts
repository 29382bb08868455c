import type { Kind } from './kind.ts'

export const fp0204: Kind = {
  code: 'FP0204',
  title: 'A value that cannot stand here',
  why: 'The key is right, and its value means nothing here.',
  example: {
    file: 'permit/flow.yaml',
    good: 'title: About you',
    bad: 'title:',
  },
}
