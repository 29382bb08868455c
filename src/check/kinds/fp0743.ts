import type { Kind } from './kind.ts'

export const fp0743: Kind = {
  code: 'FP0743',
  title: 'A message that may reach nobody',
  why: 'People wait for it. It is a warning: what they sent arrives all the same.',
  example: {
    file: 'permit/flow.yaml',
    good: 'with: { message: received, to: $account.email }',
    bad: 'with: { message: received }',
  },
}
