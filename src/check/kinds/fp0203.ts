import type { Kind } from './kind.ts'

export const fp0203: Kind = {
  code: 'FP0203',
  title: 'A key that is missing',
  why: 'Without it the part cannot work, and no default would be right for everybody.',
  example: {
    file: 'permit/messages/refused.md',
    good: '---\nchannel: email\nsubject: Your permit\nwith: [why]\n---\n',
    bad: '',
  },
}
