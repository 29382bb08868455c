import { CHOICE, OF_THREE, SENDING, type SmallJourney, WORD } from './small-journey.ts'

/** Endings that some people are not shown. */
export const ENDINGS: readonly SmallJourney[] = [
  {
    what: 'a confirmation that some are not shown',
    fields: { x: CHOICE },
    flow: `steps:
  a: { fields: [x] }
${SENDING}
  done: { kind: confirmation, title: Done, when: «{ x: a } }`,
    found: 'error FP0820',
  },
  {
    what: 'two confirmations, for two of three',
    fields: { x: OF_THREE },
    flow: `steps:
  a: { fields: [x] }
${SENDING}
  done: { kind: confirmation, title: Done, when: { x: a } }
  other: { kind: confirmation, title: Done otherwise, when: «{ x: b } }`,
    found: 'error FP0820',
  },
  {
    what: 'a confirmation with a "when" of which nobody can tell',
    fields: { x: WORD },
    flow: `steps:
  a: { fields: [x] }
${SENDING}
  done: { kind: confirmation, title: Done, when: { x: { pattern: "^[a-z]" } } }
  other: { kind: confirmation, title: Done otherwise, when: «{ x: { pattern: "^[^a-z]" } } }`,
    found: 'warning FP0821',
  },
  {
    what: 'two confirmations that leave nobody out',
    fields: { x: CHOICE },
    flow: `steps:
  a: { fields: [x] }
${SENDING}
  done: { kind: confirmation, title: Done, when: { x: a } }
  other: { kind: confirmation, title: Done otherwise, when: { not: { x: a } } }`,
  },
  {
    what: 'two confirmations that leave nobody out, in another order',
    fields: { x: CHOICE },
    flow: `steps:
  a: { fields: [x] }
${SENDING}
  done: { kind: confirmation, title: Done, when: { x: a }, next: other }
  late: { kind: exit, title: Too late }
  other: { kind: confirmation, title: Done otherwise, when: { x: b }, links: [{ label: More, to: late }] }`,
  },
  {
    what: 'an exit step in the middle',
    fields: { x: CHOICE, y: CHOICE },
    flow: `steps:
  a: { fields: [x] }
  no: { kind: exit, title: Not for you, when: { x: a } }
  b: { fields: [y] }`,
  },
  {
    what: 'a section of a task list that ends in an exit step and a step that some are not asked',
    fields: { x: OF_THREE, y: CHOICE, z: CHOICE },
    flow: `sections: { you: You, it: It }
steps:
  list: { kind: task-list, title: List, tasks: [{ section: you }, { section: it }] }
  a: { section: you, fields: [x] }
  no: { kind: exit, title: Not for you, when: { x: c } }
  b: { fields: [y], when: { x: a } }
  c: { section: it, fields: [z] }
  d: { title: More, content: More., when: { x: b } }`,
  },
  {
    what: 'an exit step behind a list, for who put nothing into it',
    fields: {
      items: {
        title: 'Items',
        type: 'array',
        items: { type: 'object', properties: { x: CHOICE } },
      },
    },
    required: [],
    flow: `values: { many: { count: items } }
steps:
  a: { repeat: items, title: "Item {item.number}", fields: [x] }
  no: { kind: exit, title: Too few, when: { many: { maximum: 0 } } }`,
  },
  {
    what: 'an ending for each kind of phone number that the format names',
    fields: {
      x: { title: 'Their number', type: 'string', format: 'phone', field: { subject: 'other' } },
    },
    flow: `steps:
  a:
    fields: [x]
    next:
      - { when: { x: { phoneType: mobile } }, to: check }
      - { when: { x: { phoneType: landline } }, to: call }
      - { when: { x: { phoneType: other } }, to: other }
  call: { kind: exit, title: Call us }
  other: { kind: exit, title: Write to us }`,
  },
]
