import type { Mistake } from './mistake.ts'

const FLOW = 'permit/flow.yaml'

export const PATHS: readonly Mistake[] = [
  [
    'a condition that can never be true',
    FLOW,
    'when: old-enough',
    'when: «{ all: [adult, { age: { maximum: 17 } }] }',
    'FP0812',
  ],
  [
    'a condition that the only way there rules out',
    FLOW,
    'content: $words.call',
    'content: $words.call\n    when: «{ kind: resident }',
    'FP0812',
  ],
  [
    'a condition that the only way there makes true',
    FLOW,
    'content: $words.call',
    'content: $words.call\n    when: «for-visitor',
    'FP0813',
  ],
  [
    'a condition on an answer that is asked later',
    FLOW,
    'content: $words.call',
    'content: $words.call\n    when: «{ age: { minimum: 18 } }',
    'FP0814',
  ],
  [
    'an entry that those before it leave nothing',
    FLOW,
    '      - { when: for-visitor, to: visitor }',
    '      - { when: for-visitor, to: visitor }\n      - { when: «{ kind: [resident, visitor] }, to: agree }',
    'FP0816',
  ],
  [
    'a default behind entries that take all',
    FLOW,
    '      - { when: for-visitor, to: visitor }',
    '      - { when: for-visitor, to: visitor }\n      - «{ to: agree }',
    'FP0816',
  ],
  [
    'a check that nobody passes',
    FLOW,
    'must: { age: { maximum: 110 } }',
    'must: «{ age: { minimum: 121 } }',
    'FP0812',
  ],
  [
    'answers that are sent twice',
    FLOW,
    '  agree:\n    fields: [agreed]',
    '  agree:\n    fields: [agreed]\n    buttons: [{ id: go, label: Go, run: submit-request, on: { refused: { error: No } } }]',
    'FP0726',
  ],
  [
    'a confirmation that some who sent are not shown',
    FLOW,
    '    title: Sent\n',
    '    title: Sent\n    when: «for-visitor\n',
    'FP0820',
  ],
]
