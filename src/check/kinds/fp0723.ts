import type { Kind } from './kind.ts'

export const fp0723: Kind = {
  code: 'FP0723',
  title: 'A fact under "gives" that the journey does not give',
  why: 'Whoever is sent through this journey comes back without what they were sent for.',
  example: {
    file: 'sign-in/flow.yaml',
    good: 'gives: [signed-in]',
    bad: 'gives: [signed-in, submitted]',
  },
}
