import type { Kind } from './kind.ts'

export const fp0306: Kind = {
  code: 'FP0306',
  title: 'A fact that there is not',
  why: 'No action gives it, so that what asks for it would be closed to everybody.',
  example: {
    file: 'sign-in/flow.yaml',
    good: '{fact.password-checked.phoneEnding}',
    bad: '{fact.password-chekced.phoneEnding}',
  },
}
