import type { Kind } from './kind.ts'

export const fp0315: Kind = {
  code: 'FP0315',
  title: 'A status that there is not',
  why: 'A case would stand in no list.',
  example: {
    file: 'permit/admin.yaml',
    good: 'start: received',
    bad: 'start: recieved',
  },
}
