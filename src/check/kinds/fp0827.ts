import type { Kind } from './kind.ts'

export const fp0827: Kind = {
  code: 'FP0827',
  title: 'An entry of a list of targets that makes no difference',
  why: 'It leads where the one behind it leads: one of the two was meant to lead somewhere else.',
  example: {
    file: 'permit/flow.yaml',
    good: '      - { when: { kind: resident }, to: you }\n      - { when: for-visitor, to: visitor }\n',
    bad: '      - { when: for-visitor, to: visitor }\n      - { to: visitor }\n',
  },
}
