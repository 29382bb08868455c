import type { Kind } from './kind.ts'

export const fp0415: Kind = {
  code: 'FP0415',
  title: 'Rules for a file that cannot be kept',
  why: 'People would be refused a file that was meant to be taken, or could send one that nobody can open safely.',
  example: {
    file: 'permit/schema.json',
    good: '"maxSize": "5MB"',
    bad: '"maxSize": "5GB"',
  },
}
