import type { Kind } from './kind.ts'

export const fp0410: Kind = {
  code: 'FP0410',
  title: 'A field that is only shown, and that nothing fills',
  why: 'It would be empty for everybody.',
  example: {
    file: 'permit/schema.json',
    good: '"title": "Phone number"',
    bad: '"readOnly": true, "title": "Phone number"',
    found: { file: 'permit/flow.yaml', at: 'phone' },
  },
}
