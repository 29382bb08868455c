import type { Kind } from './kind.ts'

export const fp0202: Kind = {
  code: 'FP0202',
  title: 'A value of the wrong type',
  why: 'A map stands where words are wanted, or the other way round: there is no telling what was meant.',
  example: {
    file: 'permit/flow.yaml',
    good: '  agree:\n    fields: [agreed]',
    bad: '  agree: agreed',
  },
}
