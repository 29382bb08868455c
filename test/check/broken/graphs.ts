import type { Mistake } from './mistake.ts'

const FLOW = 'permit/flow.yaml'
const SIGN = 'sign-in/flow.yaml'

export const GRAPHS: readonly Mistake[] = [
  [
    'a step that nothing leads to',
    FLOW,
    '      - { when: for-visitor, to: visitor }',
    '      - { when: for-visitor, to: you }',
    'FP0801',
  ],
  [
    'a last step that is no ending',
    FLOW,
    '    kind: confirmation\n    title: Sent',
    '    title: Sent',
    'FP0802',
  ],
  ['steps that go round in a circle', FLOW, 'next: you }', 'next: visitor }', 'FP0803'],
  [
    'a confirmation before anything is sent',
    FLOW,
    '  agree:\n    fields: [agreed]',
    '  agree:\n    fields: [agreed]\n    links: [{ label: Skip, to: done }]',
    'FP0804',
  ],
  [
    'an entry behind one that always holds',
    FLOW,
    '- { when: { kind: resident }, to: you }',
    '- «{ to: you }',
    'FP0805',
  ],
  [
    'a required field that no step asks for',
    FLOW,
    '[colours, insured, phone',
    '[colours, phone',
    'FP0806',
  ],
  [
    'a required part that no step asks for',
    FLOW,
    'fields: [fuel]',
    'fields: [{ content: Well }]',
    'FP0806',
  ],
  [
    'a list that leaves a gap',
    FLOW,
    '      - { when: { kind: resident }, to: you }\n      - { when: for-visitor',
    '      - «{ when: for-visitor',
    'FP0808',
  ],
  [
    'buttons that wait for their own page',
    FLOW,
    'fields: [agreed]',
    'fields: [agreed]\n    «buttons»: [{ id: go, label: Go, when: { agreed: true } }]',
    'FP0810',
  ],
  [
    'a target in the middle of a repeat',
    FLOW,
    '    fields: [colours, insured,',
    '    next: [{ when: { colours: red }, to: «vehicle-fuel» }, { to: vehicle }]\n    fields: [colours, insured,',
    'FP0411',
  ],
  [
    'a link into a repeat',
    FLOW,
    'fields: [agreed]',
    'fields: [agreed]\n    links: [{ label: The fuel, to: «vehicle-fuel» }]',
    'FP0411',
  ],
  [
    'a repeat that is taken up again',
    FLOW,
    '  check-answers:\n',
    '  again:\n    repeat: «vehicles»\n    title: Again\n    fields: [make]\n  check-answers:\n',
    'FP0411',
  ],
  [
    'a field of the journey in a repeat',
    FLOW,
    'fields: [make]',
    'fields: [make, «note»]',
    'FP0411',
  ],
  [
    'a repeat of what is no list',
    FLOW,
    'repeat: vehicles\n    title: Vehicle',
    'repeat: «kind»\n    title: Vehicle',
    'FP0411',
    ['FP0302'],
  ],
  [
    'a list of items beside other fields',
    FLOW,
    'fields: [agreed]',
    'fields: [agreed, «vehicles»]',
    'FP0411',
  ],
  ['an ending from which nothing is sent on', SIGN, 'next: $return', 'next: «$returns»', 'FP0301'],
]
