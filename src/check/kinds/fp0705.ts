import type { Kind } from './kind.ts'

export const fp0705: Kind = {
  code: 'FP0705',
  title: 'An input of the wrong type',
  why: 'The action would refuse it every time.',
  example: {
    file: 'sign-in/flow.yaml',
    good: '        with: { email: $email, password: $password }',
    bad: '        with: { email: 12, password: $password }',
  },
}
