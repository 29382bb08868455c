import type { Kind } from './kind.ts'

export const fp0801: Kind = {
  code: 'FP0801',
  title: 'A step that nothing leads to',
  why: 'Nobody will ever see it: a link to it is missing, or has another name.',
  example: {
    file: 'permit/flow.yaml',
    good: '      - { when: for-visitor, to: visitor }',
    bad: '      - { when: for-visitor, to: you }',
    found: { file: 'permit/flow.yaml', at: 'visitor' },
  },
}
