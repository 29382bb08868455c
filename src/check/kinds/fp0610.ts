import type { Kind } from './kind.ts'

export const fp0610: Kind = {
  code: 'FP0610',
  title: 'Two steps with one title',
  why: 'The title is read first, and stands in the history: people cannot tell the pages apart (WCAG 2.4.2).',
  example: {
    file: 'permit/flow.yaml',
    good: 'title: Details',
    bad: 'title: About you',
  },
}
