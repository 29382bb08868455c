import type { Kind } from './kind.ts'

export const fp0417: Kind = {
  code: 'FP0417',
  title: 'An example that is no answer',
  why: 'The example is wrong, or what it must be like is: then nobody could give the right answer.',
  example: {
    file: 'permit/schema.json',
    good: '"pattern": "^[A-Z0-9]+$",',
    bad: '"examples": ["ab 12"], "pattern": "^[A-Z0-9]+$",',
  },
}
