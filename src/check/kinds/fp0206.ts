import type { Kind } from './kind.ts'

export const fp0206: Kind = {
  code: 'FP0206',
  title: 'Keys that exclude each other',
  why: 'Only one of them could count, and the definition does not say which.',
  example: {
    file: 'sign-in/flow.yaml',
    good: '    links: [{ label: Try again, to: password }]',
    bad: '    links: [{ label: Try again, to: password, href: /help }]',
  },
}
