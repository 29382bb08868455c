import type { Kind } from './kind.ts'

export const fp0308: Kind = {
  code: 'FP0308',
  title: 'A message that there is not',
  why: 'The email, text or call would never leave.',
  example: {
    file: 'permit/flow.yaml',
    good: 'sections:',
    bad: 'draft: { saved: recieved }\nsections:',
  },
}
