import type { Kind } from './kind.ts'

export const fp0707: Kind = {
  code: 'FP0707',
  title: 'A password or code for an input that is not made for one',
  why: 'It could be stored, sent or logged.',
  example: {
    file: 'sign-in/flow.yaml',
    good: '        with: { email: $email, password: $password }',
    bad: '        with: { email: $password, password: $password }',
  },
}
