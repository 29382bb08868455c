import type { Kind } from './kind.ts'

export const fp0503: Kind = {
  code: 'FP0503',
  title: 'A secret that is tested',
  why: 'Passwords and codes are forgotten as soon as a press is over: no later page can know them.',
  example: {
    file: 'sign-in/flow.yaml',
    good: '  locked:\n    kind: exit',
    bad: '  locked:\n    when: { password: { answered: true } }\n    kind: exit',
  },
}
