import type { Kind } from './kind.ts'

export const fp0313: Kind = {
  code: 'FP0313',
  title: 'A page that there is not',
  why: 'The link at the foot of every page would be dead.',
  example: {
    file: '_site.yaml',
    good: 'pages: [help]',
    bad: 'pages: [hepl]',
  },
}
