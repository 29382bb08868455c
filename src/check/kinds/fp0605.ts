import type { Kind } from './kind.ts'

export const fp0605: Kind = {
  code: 'FP0605',
  title: 'Words that may be missing',
  why: 'Where no choice holds, nothing is shown.',
  example: {
    file: 'permit/flow.yaml',
    good: 'title: Details',
    bad: 'title: [{ when: adult, text: Details }]',
  },
}
