import type { Kind } from './kind.ts'

export const fp0814: Kind = {
  code: 'FP0814',
  title: 'A condition on an answer that has not been asked yet',
  why: 'A test of what is not given is false: it can never be true on any path that leads here.',
  example: {
    file: 'permit/flow.yaml',
    good: '    content: $words.call',
    bad: '    content: $words.call\n    when: { age: { minimum: 18 } }',
  },
}
