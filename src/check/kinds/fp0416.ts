import type { Kind } from './kind.ts'

export const fp0416: Kind = {
  code: 'FP0416',
  title: 'A page that asks for more than can be sent at once',
  why: 'The service takes 200 boxes and 64 kB in one press, and no more, so that nobody can flood it. Whoever sends more sees an error page, and what they typed is gone.',
  example: {
    file: 'permit/schema.json',
    good: '"maxLength": 300, "title": "Anything else? (optional)"',
    bad: '"maxLength": 300000, "title": "Anything else? (optional)"',
    found: { file: 'permit/flow.yaml', at: 'details:' },
  },
}
