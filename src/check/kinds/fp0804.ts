import type { Kind } from './kind.ts'

export const fp0804: Kind = {
  code: 'FP0804',
  title: 'A confirmation before anything is sent',
  why: 'The person reads that the request has arrived, and nobody has it.',
  example: {
    file: 'permit/flow.yaml',
    good: '  agree:\n    fields: [agreed]',
    bad: '  agree:\n    fields: [agreed]\n    links: [{ label: Skip, to: done }]',
    found: { file: 'permit/flow.yaml', at: 'confirmation' },
  },
}
