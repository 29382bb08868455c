import type { Kind } from './kind.ts'

export const fp0816: Kind = {
  code: 'FP0816',
  title: 'A branch that is never taken',
  why: 'The entries before it take all who come here.',
  example: {
    file: 'permit/flow.yaml',
    good: '      - { when: for-visitor, to: visitor }',
    bad: '      - { when: for-visitor, to: visitor }\n      - { when: { kind: [resident, visitor] }, to: agree }',
  },
}
