import type { Kind } from './kind.ts'

export const fp0902: Kind = {
  code: 'FP0902',
  title: 'A role that may do nothing',
  why: 'Whoever has it would see an empty area.',
  example: {
    file: 'permit/admin.yaml',
    good: 'clerk: { see: [kind, age], move: [refuse] }',
    bad: 'clerk: {}',
  },
}
