import type { Kind } from './kind.ts'

export const fp0818: Kind = {
  code: 'FP0818',
  title: 'Words with an answer that is not asked on every path',
  why: 'For some people nothing stands in its place.',
  example: {
    file: 'permit/flow.yaml',
    good: '  agree:\n    fields: [agreed]',
    bad: '  agree:\n    content: "You wrote: {note}"\n    fields: [agreed]',
  },
}
