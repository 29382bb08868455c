import type { Kind } from './kind.ts'

export const fp0809: Kind = {
  code: 'FP0809',
  title: 'A list of targets of which nobody can tell whether it leaves a gap',
  why: 'It tests texts or answers against each other: whether one always holds cannot be decided from the definition.',
  example: {
    file: 'permit/flow.yaml',
    good: 'next: [{ when: { plate: { pattern: "^A" } }, to: visitor }, { to: vehicle }]',
    bad: 'next: [{ when: { plate: { pattern: "^A" } }, to: visitor }, { when: { plate: { pattern: "^[B-Z0-9]" } }, to: vehicle }]',
    beside: [
      {
        file: 'permit/flow.yaml',
        was: '    fields: [colours, insured, phone, note, { field: plate, when: { colours: red } }, licence]\n',
        text: '    fields: [colours, insured, phone, note, { field: plate, when: { colours: red } }, licence]\n  sticker:\n    fields: [plate]\n    next: [{ when: { plate: { pattern: "^A" } }, to: visitor }, { to: vehicle }]\n',
      },
      { file: 'permit/schema.json', was: '"required": [', text: '"required": ["plate", ' },
      { file: 'permit/flow.yaml', was: '{ field: plate, when: { colours: red } }, ', text: '' },
    ],
  },
}
