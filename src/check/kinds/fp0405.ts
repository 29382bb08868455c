import type { Kind } from './kind.ts'

export const fp0405: Kind = {
  code: 'FP0405',
  title: 'Bounds that nothing fits',
  why: 'No answer could be right, and nobody could go on.',
  example: {
    file: 'permit/schema.json',
    good: '"minimum": 0',
    bad: '"minimum": 200',
  },
}
