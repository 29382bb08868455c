import type { Kind } from './kind.ts'

export const fp0407: Kind = {
  code: 'FP0407',
  title: 'A field without a label',
  why: 'A screen reader would have nothing to say, and nobody would know what to enter (WCAG 3.3.2).',
  example: {
    file: 'permit/schema.json',
    good: '"insured": { "type": "boolean", "title": "Are you insured?" }',
    bad: '"insured": { "type": "boolean" }',
  },
}
