import type { Mistake } from './mistake.ts'

const FLOW = 'permit/flow.yaml'
const list = (tasks: string) =>
  `list: { kind: task-list, title: List, tasks: ${tasks} }\n  vehicle:`

/** Task lists, and what check-answers shows. */
export const TASKS: readonly Mistake[] = [
  ['a task of an unknown section', FLOW, 'vehicle:', list('[{ section: «cars» }]'), 'FP0310'],
  [
    'a task without steps',
    FLOW,
    'vehicle:',
    list('[{ section: «you» }, { section: car }]'),
    'FP0413',
  ],
  [
    'a task that is nothing',
    FLOW,
    'vehicle:',
    list('[{ section: car }, «{ when: adult }]'),
    'FP0203',
  ],
  [
    'a task that is two things',
    FLOW,
    'vehicle:',
    list('[{ section: car, «journey»: sign-in }]'),
    'FP0206',
  ],
  ['a task twice', FLOW, 'vehicle:', list('[{ section: car }, «{ section: car }]'), 'FP0207'],
  [
    'an unknown key of a task',
    FLOW,
    'vehicle:',
    list('[{ section: car, «wen»: adult }]'),
    'FP0201',
  ],
  [
    'a task after an unknown one',
    FLOW,
    'vehicle:',
    list('[{ section: car, after: [«cars»] }]'),
    'FP0310',
  ],
  ['a task after itself', FLOW, 'vehicle:', list('[{ section: car, after: «[car] }]'), 'FP0413'],
  [
    'a task of an unknown journey',
    FLOW,
    'vehicle:',
    list('[{ section: car }, { journey: «sign-on» }]'),
    'FP0309',
  ],
  [
    'a task list without tasks',
    FLOW,
    'vehicle:',
    '«list:\n    { kind: task-list, title: List }\n  vehicle:'
      .replace('«list', 'list')
      .replace('{ kind', '{ «kind'),
    'FP0203',
  ],
  [
    'tasks of a question',
    FLOW,
    'details:\n',
    'details:\n    «tasks»: [{ section: car }]\n    kind: question\n',
    'FP0206',
  ],
  [
    'check-answers about an unknown section',
    FLOW,
    'kind: check-answers',
    'kind: check-answers\n    of: [you, «cars»]',
    'FP0310',
  ],
  [
    'check-answers about nothing',
    FLOW,
    'kind: check-answers',
    'kind: check-answers\n    of: «[]',
    'FP0204',
  ],
  [
    'a question about some sections',
    FLOW,
    'kind: confirmation',
    'kind: confirmation\n    «of»: [you]',
    'FP0206',
  ],
]
