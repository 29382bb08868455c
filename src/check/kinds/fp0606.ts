import type { Kind } from './kind.ts'

export const fp0606: Kind = {
  code: 'FP0606',
  title: 'Words that are never said',
  why: 'The entry before has no condition and is always taken: nobody reads what stands behind it.',
  example: {
    file: 'permit/flow.yaml',
    good: 'title: About you',
    bad: 'title: [{ text: About you }, { when: adult, text: You }]',
  },
}
