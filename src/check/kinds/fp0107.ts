import type { Kind } from './kind.ts'

export const fp0107: Kind = {
  code: 'FP0107',
  title: 'A name of the wrong form',
  why: 'Ids stand in addresses and fields in forms: one form for all of them keeps links and answers apart.',
  example: {
    file: 'permit/flow.yaml',
    good: 'conditions:\n',
    bad: 'conditions:\n  Is_old: { age: { minimum: 60 } }\n',
  },
}
