import type { Kind } from './kind.ts'

export const fp0903: Kind = {
  code: 'FP0903',
  title: 'A status that no case comes to',
  why: 'Cases begin in "start", and are brought on by moves. Where none leads to a status, a move leads to a wrong one, or is not there.',
  example: {
    file: 'permit/admin.yaml',
    good: `    label: Refuse
    from: [received]
    to: refused`,
    bad: `    label: Refuse
    from: [received]
    to: waiting`,
    found: { file: 'permit/admin.yaml', at: 'statuses:' },
  },
}
