import type { Kind } from './kind.ts'

export const fp0605: Kind = {
  code: 'FP0605',
  title: 'A title or label that may be empty',
  why: 'Where none of its conditions holds, nothing is shown.',
  example: {
    file: 'permit/flow.yaml',
    good: 'title: Details',
    bad: 'title: [{ when: adult, text: Details }]',
  },
}
