import type { Kind } from './kind.ts'

export const fp0309: Kind = {
  code: 'FP0309',
  title: 'A journey that there is not',
  why: 'The button or link would lead nowhere.',
  example: {
    file: '_site.yaml',
    good: 'signIn: sign-in',
    bad: 'signIn: sing-in',
  },
}
