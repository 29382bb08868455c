import type { Kind } from './kind.ts'

export const fp0104: Kind = {
  code: 'FP0104',
  title: 'Words that YAML reads as something else',
  why: 'Braces, colons, stars and some other signs mean something in YAML. In quotes they are words again.',
  example: {
    file: 'permit/flow.yaml',
    good: 'title: About you',
    bad: 'title: {firstName}',
  },
}
