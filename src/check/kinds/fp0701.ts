import type { Kind } from './kind.ts'

export const fp0701: Kind = {
  code: 'FP0701',
  title: 'A secret away from its step',
  why: 'A secret is held for the one press in which it was posted. Elsewhere there is nothing to give.',
  example: {
    file: 'sign-in/flow.yaml',
    good: '{ account: $fact.password-checked, code: $code }',
    bad: '{ account: $fact.password-checked, code: $password }',
  },
}
