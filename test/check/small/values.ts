import { CHOICE, type SmallJourney } from './small-journey.ts'

const points = (title: string) => ({ title, type: 'integer', minimum: 1, maximum: 5 })
const POINTS = { x: points('First'), y: points('Second') }
const COSTS = {
  type: 'array',
  title: 'Costs',
  minItems: 1,
  maxItems: 4,
  items: {
    type: 'object',
    required: ['cost'],
    properties: { cost: { title: 'Cost', type: 'number', minimum: 0, maximum: 100 } },
  },
  field: { item: 'cost' },
}

/** Two answers, and a page that is shown by their sum. */
const shownBy = (when: string) => `values: { score: { sum: [x, y] } }
steps:
  a: { title: Points, fields: [x, y] }
  c: { title: Well done, content: So it is., when: ${when} }`

/** Numbers that are made of answers. */
export const VALUES: readonly SmallJourney[] = [
  {
    what: 'a sum that is never so large',
    fields: POINTS,
    flow: shownBy('«{ score: { minimum: 11 } }'),
    found: 'error FP0812',
  },
  {
    what: 'a sum that is always so large once both are given',
    fields: POINTS,
    flow: shownBy('«{ score: { minimum: 2 } }'),
    found: 'error FP0813',
  },
  {
    what: 'a sum that is so large whatever is given',
    fields: POINTS,
    required: [],
    flow: shownBy('«{ score: { minimum: 0 } }'),
    found: 'error FP0813',
  },
  {
    what: 'a sum of nothing yet',
    fields: POINTS,
    flow: `values: { score: { sum: [x, y] } }
steps:
  c: { title: Well done, content: So it is., buttons: [{ id: much, label: Much, when: «{ score: { minimum: 1 } } }, { id: go, label: Go }] }
  a: { title: Points, fields: [x, y] }`,
    found: 'error FP0812',
  },
  {
    what: 'a count that is never so high',
    fields: { x: CHOICE, y: { ...CHOICE, title: 'Other choice' } },
    flow: shownBy('«{ score: 3 }').replace('sum', 'count'),
    found: 'error FP0812',
  },
  {
    what: 'a sum over a list that is never so large',
    fields: { costs: COSTS },
    flow: `values: { total: { sum: costs.cost }, yearly: { times: [total, 12] } }
steps:
  cost: { repeat: costs, title: Cost, fields: [cost] }
  c: { title: Dear, content: So it is., when: «{ yearly: { exclusiveMinimum: 4800 } } }`,
    found: 'error FP0812',
  },
  {
    what: 'targets that leave one sum out',
    fields: POINTS,
    flow: `values: { score: { sum: [x, y] } }
steps:
  a:
    title: Points
    fields: [x, y]
    next: [{ when: { score: { minimum: 5 } }, to: c }, «{ when: { score: { maximum: 3 } }, to: check }]
  c: { title: Well done, content: So it is. }`,
    found: 'warning FP0809',
  },
  {
    what: 'two halves of one sum on a later page',
    fields: POINTS,
    flow: `values: { score: { sum: [x, y] } }
steps:
  a: { title: Points, fields: [x, y] }
  c: { title: Well done, content: So it is., when: { score: { minimum: 5 } } }
  d:
    title: Where now
    content: On.
    next: [{ when: { score: { maximum: 4 } }, to: e }, { when: { score: { minimum: 5 } }, to: check }]
  e: { title: Not so well, content: So it is. }`,
  },
  {
    what: 'a sum that grows from page to page',
    fields: POINTS,
    required: ['x'],
    flow: `values: { score: { sum: [x, y] } }
steps:
  a: { fields: [x], next: [{ when: { score: { minimum: 5 } }, to: c }, { to: b }] }
  b: { fields: [y] }
  c: { title: Well done, content: So it is., when: { score: { minimum: 6 } } }
  d: { title: Or not, content: So it is., when: { not: { score: { minimum: 6 } } } }`,
  },
  {
    what: 'a list of which all may be taken away again',
    fields: { costs: { ...COSTS, minItems: 0 } },
    flow: `values: { total: { sum: costs.cost }, many: { count: costs } }
steps:
  cost: { repeat: costs, title: Cost, fields: [cost] }
  c: { title: Some, content: So it is., when: { many: { minimum: 1 } } }
  d: { title: Dear, content: So it is., when: { total: { minimum: 400 } } }`,
  },
]
