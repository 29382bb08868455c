import type { Kind } from './kind.ts'

export const fp0602: Kind = {
  code: 'FP0602',
  title: 'Markdown that cannot be shown as it is written',
  why: 'A hint is one line without links, a box has one of three names and a line that ends it, and a link leads to an address that is safe to follow.',
  example: {
    file: 'permit/schema.json',
    good: 'For example, *when*',
    bad: 'See [this](/x)',
  },
}
