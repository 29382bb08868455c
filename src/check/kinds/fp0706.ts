import type { Kind } from './kind.ts'

export const fp0706: Kind = {
  code: 'FP0706',
  title: 'An account that comes from elsewhere',
  why: 'Only a fact that an action established can say whose account it is.',
  example: {
    file: 'sign-in/flow.yaml',
    good: '          - { action: sign-in, with: { account: $fact.password-checked } }',
    bad: '          - { action: sign-in, with: { account: $email } }',
  },
}
