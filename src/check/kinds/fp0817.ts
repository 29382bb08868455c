import type { Kind } from './kind.ts'

export const fp0817: Kind = {
  code: 'FP0817',
  title: 'Words with an answer that has not been asked yet',
  why: 'Nothing stands in its place for anybody who comes here for the first time.',
  example: {
    file: 'permit/flow.yaml',
    good: 'title: Visitors',
    bad: "title: 'Visitors: {note}'",
  },
}
