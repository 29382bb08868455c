import type { Kind } from './kind.ts'

export const fp0811: Kind = {
  code: 'FP0811',
  title: 'A page that may be left without a button',
  why: 'The conditions of its buttons test texts or sources, so that nobody can tell whether one is always shown. It is a warning.',
  example: {
    file: 'permit/flow.yaml',
    good: '- { id: late, label: Go on, next: vehicle }',
    bad: '- { id: late, label: Go on, when: { name.first: { pattern: "^[^A-M]" } }, next: vehicle }',
    found: { file: 'permit/flow.yaml', at: 'buttons:' },
    beside: [
      {
        file: 'permit/flow.yaml',
        was: '    fields: [colours, insured, phone, note, { field: plate, when: { colours: red } }, licence]\n',
        text: '    fields: [colours, insured, phone, note, { field: plate, when: { colours: red } }, licence]\n    buttons:\n      - { id: early, label: Go on, when: { name.first: { pattern: "^[A-M]" } }, next: vehicle }\n      - { id: late, label: Go on, next: vehicle }\n',
      },
    ],
  },
}
