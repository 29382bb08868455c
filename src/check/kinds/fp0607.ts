import type { Kind } from './kind.ts'

export const fp0607: Kind = {
  code: 'FP0607',
  title: 'Words without a translation',
  why: 'Whoever reads in that language gets these words in the other one. It is a warning: the page still works.',
  example: {
    file: '_site.yaml',
    good: 'languages: [en]',
    bad: 'languages: [en, cy]',
    found: { file: 'permit/flow.yaml', at: 'title: Apply for a permit' },
  },
}
