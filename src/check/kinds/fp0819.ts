import type { Kind } from './kind.ts'

export const fp0819: Kind = {
  code: 'FP0819',
  title: 'A circle that some answers never leave',
  why: 'Who gave these answers goes round and round: none of its steps asks for them again.',
  example: {
    file: 'permit/flow.yaml',
    good: 'next: [{ when: adult, to: vehicle }, { to: you }]',
    bad: 'next: [{ when: adult, to: vehicle }, { to: too-young }]',
    beside: [
      {
        file: 'permit/flow.yaml',
        was: '  vehicle:\n',
        text: '  too-young:\n    title: You must be 18\n    content: Come back when you are.\n    next: [{ when: adult, to: vehicle }, { to: you }]\n  vehicle:\n',
      },
    ],
  },
}
