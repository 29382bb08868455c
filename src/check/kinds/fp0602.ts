import type { Kind } from './kind.ts'

export const fp0602: Kind = {
  code: 'FP0602',
  title: 'Words that cannot be shown so',
  why: 'A hint is one line without links: it is read out as a whole, and a link in it could not be followed.',
  example: {
    file: 'permit/schema.json',
    good: 'For example, *when*',
    bad: 'See [this](/x)',
  },
}
