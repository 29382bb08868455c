import type { Kind } from './kind.ts'

export const fp0740: Kind = {
  code: 'FP0740',
  title: 'A message with a name in it that nothing fills',
  why: 'There would be a hole in the message where that name stands.',
  example: {
    file: 'permit/admin.yaml',
    good: 'message: refused, why: $why',
    bad: 'message: refused',
  },
}
