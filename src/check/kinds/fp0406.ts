import type { Kind } from './kind.ts'

export const fp0406: Kind = {
  code: 'FP0406',
  title: 'Two options alike',
  why: 'People could not tell them apart, or the answers could not.',
  example: {
    file: 'permit/schema.json',
    good: '{ "const": "blue", "title": "Blue" }',
    bad: '{ "const": "blue", "title": "Red" }',
  },
}
