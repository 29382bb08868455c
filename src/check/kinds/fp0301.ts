import type { Kind } from './kind.ts'

export const fp0301: Kind = {
  code: 'FP0301',
  title: 'A step that there is not',
  why: 'A person who is led there would find no page.',
  example: {
    file: 'permit/flow.yaml',
    good: '      - { when: for-visitor, to: visitor }',
    bad: '      - { when: for-visitor, to: visiter }',
  },
}
