import type { Kind } from './kind.ts'

export const fp0403: Kind = {
  code: 'FP0403',
  title: 'A field whose kind cannot be told',
  why: 'Without a type, format or options there is no telling what to show and what to accept.',
  example: {
    file: 'permit/schema.json',
    good: '    "insured": { "type": "boolean", "title": "Are you insured?" },',
    bad: '    "insured": { "title": "Are you insured?" },',
  },
}
