import type { Kind } from './kind.ts'

export const fp0414: Kind = {
  code: 'FP0414',
  title: 'A field that browsers could fill in, and are not told',
  why: 'People who find it hard to type, to see or to remember let their browser fill in what they have given before (WCAG 1.3.5).',
  example: {
    file: 'permit/schema.json',
    good: '"title": "Phone number", "field": { "autocomplete": "tel" }',
    bad: '"title": "Phone number"',
  },
}
