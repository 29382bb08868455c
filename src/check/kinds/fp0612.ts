import type { Kind } from './kind.ts'

export const fp0612: Kind = {
  code: 'FP0612',
  title: 'HTML in words',
  why: 'Words are plain text or Markdown: people would read the HTML as it is written. It is a warning.',
  example: {
    file: 'permit/flow.yaml',
    good: 'It takes 5 minutes.',
    bad: 'It takes <b>5 minutes</b>.',
  },
}
