import type { Kind } from './kind.ts'

export const fp0724: Kind = {
  code: 'FP0724',
  title: 'An action that is run before what it needs has been established',
  why: 'On one of the paths the engine will refuse to run it: a login could be created before the address is known to be theirs.',
  example: {
    file: 'sign-in/flow.yaml',
    good: '      - { id: send, label: Send, run: send-code, with: &to { account: $fact.password-checked, message: code }, next: code }',
    bad: '      - { id: skip, label: Sign in without a code, run: sign-in, with: { account: $fact.password-checked }, next: $return }\n      - { id: send, label: Send, run: send-code, with: &to { account: $fact.password-checked, message: code }, next: code }',
  },
}
