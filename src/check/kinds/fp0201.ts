import type { Kind } from './kind.ts'

export const fp0201: Kind = {
  code: 'FP0201',
  title: 'A key that there is not',
  why: 'A misspelt key would be passed over, and what it should do would never happen.',
  example: {
    file: '_site.yaml',
    good: 'phase: beta',
    bad: 'phse: beta',
  },
}
