import type { Kind } from './kind.ts'

export const fp0741: Kind = {
  code: 'FP0741',
  title: 'Words for a message that does not name them',
  why: 'They would be said nowhere.',
  example: {
    file: 'permit/admin.yaml',
    good: '    with: { to: $submission.account, message: refused, why: $why }',
    bad: '    with: { to: $submission.account, message: refused, why: $why, reason: $why }',
  },
}
