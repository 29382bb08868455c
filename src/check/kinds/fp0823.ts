import type { Kind } from './kind.ts'

export const fp0823: Kind = {
  code: 'FP0823',
  title: 'A target that is the page itself',
  why: 'The page comes again without a word of what is wrong, and looks as if nothing had happened.',
  example: {
    file: 'permit/flow.yaml',
    good: '{ label: Back to the start, to: start }',
    bad: '{ label: Back to the start, to: visitor }',
    beside: [
      {
        file: 'permit/flow.yaml',
        was: '    content: $words.call\n',
        text: '    content: Visitors pay.\n    links: [{ label: Back to the start, to: start }]\n',
      },
    ],
  },
}
