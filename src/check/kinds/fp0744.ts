import type { Kind } from './kind.ts'

export const fp0744: Kind = {
  code: 'FP0744',
  title: 'A code message without the code',
  why: 'People would wait for a code, and get a message without it: nobody could go on.',
  example: {
    file: '_shared/messages/code.md',
    good: '{code} is your code',
    bad: 'Here is your code',
    found: { file: '_shared/messages/code.md', at: 'with:' },
  },
}
