import type { Kind } from './kind.ts'

export const fp0714: Kind = {
  code: 'FP0714',
  title: 'A poll without anything to wait for',
  why: 'The page would press itself for ever.',
  example: {
    file: 'permit/flow.yaml',
    good: '        run: submit-request',
    bad: '        run: submit-request\n        poll: 3 seconds',
  },
}
