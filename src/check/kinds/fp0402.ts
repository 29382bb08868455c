import type { Kind } from './kind.ts'

export const fp0402: Kind = {
  code: 'FP0402',
  title: 'A keyword that there is not',
  why: 'JSON Schema passes over what it does not know: a misspelt limit would let everything through.',
  example: {
    file: 'permit/schema.json',
    good: '"additionalProperties"',
    bad: '"additionalProperty"',
  },
}
