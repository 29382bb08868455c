import type { Kind } from './kind.ts'

export const fp0711: Kind = {
  code: 'FP0711',
  title: 'Two targets for the same press',
  why: 'Only one of them could be taken.',
  example: {
    file: 'permit/flow.yaml',
    good: '        on: { refused: { error: "We could not send it" } }\n        next: done',
    bad: '        on: { submitted: done }\n        next: done',
  },
}
