import type { Kind } from './kind.ts'

export const fp0401: Kind = {
  code: 'FP0401',
  title: 'A keyword that is refused',
  why: 'Conditions between answers belong to the flow, where they can be seen, checked and explained.',
  example: {
    file: 'permit/schema.json',
    good: '  "type": "object",\n  "additionalProperties": false,',
    bad: '  "if": {},\n  "type": "object",\n  "additionalProperties": false,',
  },
}
