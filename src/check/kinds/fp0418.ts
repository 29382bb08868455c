import type { Kind } from './kind.ts'

export const fp0418: Kind = {
  code: 'FP0418',
  title: 'Words for an error that never comes',
  why: 'People would read other words in their place.',
  example: {
    file: 'permit/schema.json',
    good: '"pattern": "^[A-Z0-9]+$",',
    bad: '"errorMessage": { "format": "Write capitals and digits" }, "pattern": "^[A-Z0-9]+$",',
  },
}
