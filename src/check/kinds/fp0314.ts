import type { Kind } from './kind.ts'

export const fp0314: Kind = {
  code: 'FP0314',
  title: 'A move or role that there is not',
  why: 'Staff would lack a right that they were meant to have.',
  example: {
    file: 'permit/admin.yaml',
    good: 'move: [refuse]',
    bad: 'move: [refsue]',
  },
}
