import type { Kind } from './kind.ts'

export const fp0312: Kind = {
  code: 'FP0312',
  title: 'A reference that leads nowhere',
  why: 'What the field is would not be known.',
  example: {
    file: 'permit/schema.json',
    good: '"title": "Fuel", "enum": ["petrol", "electric"]',
    bad: '"title": "Fuel", "$ref": "#/$defs/fuel"',
  },
}
