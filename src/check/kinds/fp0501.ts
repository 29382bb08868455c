import type { Kind } from './kind.ts'

export const fp0501: Kind = {
  code: 'FP0501',
  title: 'A value that the field can never have',
  why: 'The comparison would always be false, and the way behind it would never be taken.',
  example: {
    file: 'permit/schema.json',
    good: '"type": "integer", "minimum": 0',
    bad: '"default": "ten", "type": "integer", "minimum": 0',
  },
}
