import type { Kind } from './kind.ts'

export const fp0810: Kind = {
  code: 'FP0810',
  title: 'A page on which all buttons are hidden',
  why: 'With these answers the person cannot go on.',
  example: {
    file: 'permit/flow.yaml',
    good: '{ id: go, label: Go on, next: details }',
    bad: '{ id: go, label: Go on, when: for-visitor, next: details }',
    found: { file: 'permit/flow.yaml', at: 'buttons:' },
    beside: [
      {
        file: 'permit/flow.yaml',
        was: '      - { must: { age: { maximum: 110 } }, error: { age: That is very old } }\n',
        text: '      - { must: { age: { maximum: 110 } }, error: { age: That is very old } }\n    buttons:\n      - { id: go, label: Go on, next: details }\n',
      },
    ],
  },
}
