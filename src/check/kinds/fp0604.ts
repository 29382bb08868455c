import type { Kind } from './kind.ts'

export const fp0604: Kind = {
  code: 'FP0604',
  title: 'An address that a link may not have',
  why: 'It could run something, or lead where nobody expects.',
  example: {
    file: 'sign-in/flow.yaml',
    good: '    links: [{ label: Try again, to: password }]',
    bad: '    links: [{ label: Try again, href: "javascript:alert(1)" }]',
  },
}
