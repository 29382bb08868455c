import type { Kind } from './kind.ts'

export const fp0815: Kind = {
  code: 'FP0815',
  title: 'A condition on an answer that some people are not asked for',
  why: 'Whoever reaches this place without being asked counts as not having given that answer: the test is false for them. It is a warning, since that may be right.',
  example: {
    file: 'permit/flow.yaml',
    good: '  agree:\n    fields: [agreed]',
    bad: '  agree:\n    when: { insured: true }\n    fields: [agreed]',
  },
}
