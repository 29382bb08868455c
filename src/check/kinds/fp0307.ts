import type { Kind } from './kind.ts'

export const fp0307: Kind = {
  code: 'FP0307',
  title: 'A source that there is not',
  why: 'Nothing would ever stand in its place.',
  example: {
    file: 'sign-in/flow.yaml',
    good: '{fact.password-checked.phoneEnding}',
    bad: '{fact.password-checked.phoneEnd}',
  },
}
