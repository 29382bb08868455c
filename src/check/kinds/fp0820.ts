import type { Kind } from './kind.ts'

export const fp0820: Kind = {
  code: 'FP0820',
  title: 'An ending that some who come to it are not shown',
  why: 'They are led back to the page that they have just left, and never told that all is done.',
  example: {
    file: 'permit/flow.yaml',
    good: '    title: Sent\n',
    bad: '    title: Sent\n    when: for-visitor\n',
  },
}
