import type { Kind } from './kind.ts'

export const fp0703: Kind = {
  code: 'FP0703',
  title: 'An input that the action does not have',
  why: 'It would be passed over, and the input that was meant would be missing.',
  example: {
    file: 'sign-in/flow.yaml',
    good: '        with: { email: $email, password: $password }',
    bad: '        with: { email: $email, password: $password, pin: $email }',
  },
}
