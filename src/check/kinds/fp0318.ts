import type { Kind } from './kind.ts'

export const fp0318: Kind = {
  code: 'FP0318',
  title: 'A theme that there is not',
  why: 'Pages would not look like those of the council.',
  example: {
    file: '_site.yaml',
    good: 'theme: plain',
    bad: 'theme: plian',
  },
}
