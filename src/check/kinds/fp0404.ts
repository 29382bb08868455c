import type { Kind } from './kind.ts'

export const fp0404: Kind = {
  code: 'FP0404',
  title: 'A pattern that cannot be used',
  why: 'It is no regular expression, or one that looks ahead or back, which can take for ever on some texts.',
  example: {
    file: 'permit/schema.json',
    good: '"^[A-Z0-9]+$"',
    bad: '"^[A-Z0-9+$"',
  },
}
