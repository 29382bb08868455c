import type { Kind } from './kind.ts'

export const fp0821: Kind = {
  code: 'FP0821',
  title: 'An ending of which nobody can tell whether all who come to it are shown it',
  why: 'The condition tests texts or answers against each other: whether it always holds cannot be decided from the definition.',
  example: {
    file: 'permit/flow.yaml',
    good: '    title: Sent\n',
    bad: '    title: Sent\n    when: { name.first: { pattern: "[A-Za-z]|[^A-Za-z]" } }\n',
  },
}
