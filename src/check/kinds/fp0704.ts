import type { Kind } from './kind.ts'

export const fp0704: Kind = {
  code: 'FP0704',
  title: 'An input that is missing',
  why: 'The action cannot run without it.',
  example: {
    file: 'sign-in/flow.yaml',
    good: '        run: check-password\n        with: { email: $email, password: $password }',
    bad: '        run: check-password\n        with: { email: $email }',
  },
}
