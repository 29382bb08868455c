import type { Kind } from './kind.ts'

export const fp0720: Kind = {
  code: 'FP0720',
  title: 'A required fact that nothing gives',
  why: 'The step is closed to everybody.',
  example: {
    file: 'permit/flow.yaml',
    good: 'requires: [signed-in]',
    bad: 'requires: [signed-in, phone-confirmed]',
  },
}
