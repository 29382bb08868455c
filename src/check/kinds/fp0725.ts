import type { Kind } from './kind.ts'

export const fp0725: Kind = {
  code: 'FP0725',
  title: 'A code that is checked and was never sent',
  why: 'The person is asked for something that they cannot have.',
  example: {
    file: 'sign-in/flow.yaml',
    good: '        next: send\n',
    bad: '        next: [{ when: { email: { maxLength: 20 } }, to: code }, { to: send }]\n',
    found: { file: 'sign-in/flow.yaml', at: 'check-code' },
  },
}
