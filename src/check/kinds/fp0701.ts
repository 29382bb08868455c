import type { Kind } from './kind.ts'

export const fp0701: Kind = {
  code: 'FP0701',
  title: 'A password or code that is used away from its step',
  why: 'It is held only while the page that asked for it is sent. Later there is nothing to give.',
  example: {
    file: 'sign-in/flow.yaml',
    good: '{ account: $fact.password-checked, code: $code }',
    bad: '{ account: $fact.password-checked, code: $password }',
  },
}
