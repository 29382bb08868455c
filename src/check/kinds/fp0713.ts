import type { Kind } from './kind.ts'

export const fp0713: Kind = {
  code: 'FP0713',
  title: 'An action of staff in a journey',
  why: 'Residents must not be able to do what only staff may.',
  example: {
    file: 'permit/flow.yaml',
    good: 'label: Go on, next: you',
    bad: 'label: Go on, run: deactivate-account, with: { account: $account }, next: you',
  },
}
