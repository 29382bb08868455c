import type { Kind } from './kind.ts'

export const fp0815: Kind = {
  code: 'FP0815',
  title: 'A condition on an answer that is not asked on every path',
  why: 'Where it is not asked, the test is false. That may be what is meant.',
  example: {
    file: 'permit/flow.yaml',
    good: '  agree:\n    fields: [agreed]',
    bad: '  agree:\n    when: { insured: true }\n    fields: [agreed]',
  },
}
