import type { Kind } from './kind.ts'

export const fp0411: Kind = {
  code: 'FP0411',
  title: 'A repeat that cannot work',
  why: 'The steps of a repeat stand together, ask for the parts of one list, and for nothing else.',
  example: {
    file: 'permit/flow.yaml',
    good: '  check-answers:\n',
    bad: '  again:\n    repeat: vehicles\n    title: Again\n    fields: [make]\n  check-answers:\n',
  },
}
