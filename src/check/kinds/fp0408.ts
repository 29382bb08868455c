import type { Kind } from './kind.ts'

export const fp0408: Kind = {
  code: 'FP0408',
  title: 'A name that a field cannot have',
  why: 'Names of fields are written in camelCase, and a few words mean something of their own, in conditions or to the program.',
  example: {
    file: 'permit/flow.yaml',
    good: 'sections:',
    bad: 'values: { any: { count: [age] } }\nsections:',
  },
}
