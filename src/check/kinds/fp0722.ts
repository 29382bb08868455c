import type { Kind } from './kind.ts'

export const fp0722: Kind = {
  code: 'FP0722',
  title: 'An action whose need nothing meets',
  why: 'The engine refuses to run it, every time.',
  example: {
    file: 'permit/flow.yaml',
    good: '        run: submit-request\n        with: { message: received, to: $account.email }\n        on: { refused: { error: "We could not send it" } }',
    bad: '        run:\n          - { action: check-email-free, with: { email: $account.email }, on: { taken: { error: Taken } } }\n          - { action: submit-request }',
  },
}
