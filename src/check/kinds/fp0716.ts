import type { Kind } from './kind.ts'

export const fp0716: Kind = {
  code: 'FP0716',
  title: 'A secret that nothing reads',
  why: 'People would type in a password or a code that goes nowhere: it is never stored.',
  example: {
    file: 'sign-in/flow.yaml',
    good: '{ email: $email, password: $password }',
    bad: '{ email: $email, password: $email }',
  },
}
