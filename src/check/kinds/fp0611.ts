import type { Kind } from './kind.ts'

export const fp0611: Kind = {
  code: 'FP0611',
  title: 'A link that leads nowhere',
  why: 'Whoever follows it is told that there is no such page. It is a warning: another program may answer at that address.',
  example: {
    file: 'permit/flow.yaml',
    good: 'It takes 5 minutes.',
    bad: 'It takes 5 minutes. Read [more](/how-long).',
  },
}
