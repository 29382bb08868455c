import type { Kind } from './kind.ts'

export const fp0808: Kind = {
  code: 'FP0808',
  title: 'A list of targets that leaves somebody with nowhere to go',
  why: 'Who gave these answers fits none of the entries, and cannot go on.',
  example: {
    file: 'permit/flow.yaml',
    good: '      - { when: { kind: resident }, to: you }\n      - { when: for-visitor, to: visitor }',
    bad: '      - { when: for-visitor, to: visitor }',
  },
}
