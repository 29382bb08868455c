import type { Kind } from './kind.ts'

export const fp0614: Kind = {
  code: 'FP0614',
  title: 'Markdown that people would read as it is written',
  why: 'Stars that are not closed, and Markdown in titles and labels, are shown as they stand. It is a warning.',
  example: {
    file: 'permit/flow.yaml',
    good: 'content: "Tell us **more**."',
    bad: 'content: "Tell us **more."',
  },
}
