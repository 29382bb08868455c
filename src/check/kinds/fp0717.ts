import type { Kind } from './kind.ts'

export const fp0717: Kind = {
  code: 'FP0717',
  title: 'A name in place of the answer',
  why: 'The word would be sent, and not what somebody answered.',
  example: {
    file: 'permit/admin.yaml',
    good: 'why: $why',
    bad: 'why: why',
  },
}
