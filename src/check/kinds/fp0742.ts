import type { Kind } from './kind.ts'

export const fp0742: Kind = {
  code: 'FP0742',
  title: 'A message that goes another way than the action sends',
  why: 'A text cannot be sent to an email address, nor an email to a phone: it would never leave.',
  example: {
    file: '_shared/messages/code.md',
    good: 'channel: sms',
    bad: 'channel: email\nsubject: Your code',
    found: { file: 'sign-in/flow.yaml', at: 'message: code' },
  },
}
