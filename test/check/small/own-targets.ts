import { CHOICE, type SmallJourney } from './small-journey.ts'

const sends = (next: string) => `  check:
    kind: check-answers
    title: Check
    buttons: [{ id: send, label: Send, run: submit-request, on: { refused: { error: Not now } }, ${next} }]`

/** Targets that are the page itself, or one that leads round to it. */
export const OWN_TARGETS: readonly SmallJourney[] = [
  {
    what: 'what sends and leads to its own page',
    fields: { x: CHOICE },
    flow: `steps:
  a: { fields: [x] }
${sends('next: «check')}
    links: [{ label: More, to: done }]
  done: { kind: exit, title: More }`,
    found: 'error FP0822',
  },
  {
    what: 'what sends and leads some to its own page, in an outcome',
    fields: { x: CHOICE, y: CHOICE },
    flow: `steps:
  a: { fields: [x] }
  check:
    title: Check
    fields: [y]
    buttons: [{ id: send, label: Send, run: submit-request, on: { refused: { error: Not now }, submitted: [{ when: { y: a }, to: «check }, { to: done }] } }]
  done: { kind: confirmation, title: Done }`,
    found: 'error FP0822',
  },
  {
    what: 'what sends and leads to the first question',
    fields: { x: CHOICE },
    flow: `steps:
  a: { fields: [x], links: [{ label: More, to: done }] }
${sends('next: a').replace('submit-request', '«submit-request')}
  done: { kind: exit, title: More }`,
    found: 'error FP0726',
  },
  {
    what: 'a second button to the same page',
    fields: { x: CHOICE },
    flow: `steps:
  a: { fields: [x], buttons: [{ id: go, label: Go on }, { id: save, label: Save, next: «a }] }`,
    found: 'warning FP0823',
  },
  {
    what: 'an entry that names its own page',
    fields: { x: CHOICE },
    flow: `steps:
  a: { fields: [x], next: [{ when: { x: a }, to: «a }, { to: check }] }`,
    found: 'warning FP0823',
  },
  {
    what: 'a link to its own page',
    fields: { x: CHOICE },
    flow: `steps:
  a: { fields: [x], links: [{ label: Look again, to: «a }] }`,
    found: 'warning FP0823',
  },
  {
    what: 'an entry that leads where the one behind it leads',
    fields: { x: CHOICE, y: CHOICE },
    flow: `steps:
  a: { fields: [x], next: [{ when: { x: a }, to: «check }, { to: check }], links: [{ label: More, to: b }] }
  b: { fields: [y] }`,
    found: 'warning FP0827',
  },
  {
    what: 'a button that brings the page again with what the answer opens',
    fields: { x: CHOICE, y: CHOICE },
    flow: `steps:
  a:
    fields: [x, { content: A it is., when: { x: a } }]
    buttons: [{ id: go, label: Go on }, { id: more, label: Show more, next: a }]
  b: { fields: [y] }`,
  },
  {
    what: 'a button that brings the page again with a new total',
    fields: { x: { title: 'Rent', type: 'integer', minimum: 0 } },
    flow: `values: { total: { sum: [x] } }
steps:
  a:
    title: Costs
    fields: [x]
    after: That is {total} in all.
    buttons: [{ id: go, label: Go on }, { id: add, label: Add up, next: a }]`,
  },
  {
    what: 'a confirmation that leads to the start for another request',
    fields: { x: CHOICE },
    flow: `steps:
  a: { fields: [x] }
${sends('next: done')}
  done: { kind: confirmation, title: Done, links: [{ label: Start again, to: a }] }`,
  },
]
