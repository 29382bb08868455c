import type { Kind } from './kind.ts'

export const fp0802: Kind = {
  code: 'FP0802',
  title: 'A last step that is no ending',
  why: 'A person who has answered it would be left there.',
  example: {
    file: 'permit/flow.yaml',
    good: '    kind: confirmation\n    title: Sent',
    bad: '    title: Sent',
    found: { file: 'permit/flow.yaml', at: 'done' },
  },
}
