import type { Kind } from './kind.ts'

export const fp0805: Kind = {
  code: 'FP0805',
  title: 'A default that is not the last entry',
  why: 'Entries are tried in order: those behind it are never looked at.',
  example: {
    file: 'permit/flow.yaml',
    good: '- { when: { kind: resident }, to: you }',
    bad: '- { to: you }',
  },
}
