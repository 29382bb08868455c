import type { Kind } from './kind.ts'

export const fp0818: Kind = {
  code: 'FP0818',
  title: 'Words with an answer that some people are not asked for',
  why: 'For them nothing stands in its place. It is a warning, since that may be right.',
  example: {
    file: 'permit/flow.yaml',
    good: '  agree:\n    fields: [agreed]',
    bad: '  agree:\n    content: "You wrote: {note}"\n    fields: [agreed]',
  },
}
