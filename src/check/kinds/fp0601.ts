import type { Kind } from './kind.ts'

export const fp0601: Kind = {
  code: 'FP0601',
  title: 'A secret in words',
  why: 'Passwords and codes are never shown again: somebody may look over a shoulder.',
  example: {
    file: 'sign-in/flow.yaml',
    good: 'title: Enter the code',
    bad: 'title: Enter {code}',
  },
}
