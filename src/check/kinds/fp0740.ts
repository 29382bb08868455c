import type { Kind } from './kind.ts'

export const fp0740: Kind = {
  code: 'FP0740',
  title: 'A message that wants what nothing gives',
  why: 'There would be a hole in the message.',
  example: {
    file: 'permit/admin.yaml',
    good: 'message: refused, why: $why',
    bad: 'message: refused',
  },
}
