import type { Kind } from './kind.ts'

export const fp0413: Kind = {
  code: 'FP0413',
  title: 'A task that cannot be done',
  why: 'A list of tasks would show something that nobody can begin, or that is never completed.',
  example: {
    file: 'permit/flow.yaml',
    good: 'tasks: [{ section: car }]',
    bad: 'tasks: [{ section: car, after: [car] }]',
    beside: [
      {
        file: 'permit/flow.yaml',
        was: '  vehicle:\n',
        text: '  vehicles-left:\n    kind: task-list\n    title: What is left\n    tasks: [{ section: car }]\n  vehicle:\n',
      },
    ],
  },
}
