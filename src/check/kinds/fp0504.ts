import type { Kind } from './kind.ts'

export const fp0504: Kind = {
  code: 'FP0504',
  title: 'A condition that leads back to itself',
  why: 'To know whether it holds, one would have to know it already.',
  example: {
    file: 'permit/flow.yaml',
    good: '  old-enough: { all: [adult, { born: { onOrBefore: 18 years ago } }] }',
    bad: '  old-enough: { all: [old-enough, { born: { onOrBefore: 18 years ago } }] }',
  },
}
