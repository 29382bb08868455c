import type { Kind } from './kind.ts'

export const fp0708: Kind = {
  code: 'FP0708',
  title: 'Not exactly one of several inputs',
  why: 'The action takes exactly one of these inputs: it must know whom it is about, and only once.',
  example: {
    file: 'sign-in/flow.yaml',
    good: 'with: &to { account: $fact.password-checked, message: code }',
    bad: 'with: &to { message: code }',
  },
}
