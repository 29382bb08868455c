import type { Kind } from './kind.ts'

export const fp0808: Kind = {
  code: 'FP0808',
  title: 'A list of targets that leaves a gap',
  why: 'With these answers no entry holds, and the person has nowhere to go.',
  example: {
    file: 'permit/flow.yaml',
    good: '      - { when: { kind: resident }, to: you }\n      - { when: for-visitor, to: visitor }',
    bad: '      - { when: for-visitor, to: visitor }',
  },
}
