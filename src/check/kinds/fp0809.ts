import type { Kind } from './kind.ts'

export const fp0809: Kind = {
  code: 'FP0809',
  title: 'A list of targets that may leave somebody with nowhere to go',
  why: 'It tests texts, or answers against each other, so that nobody can tell whether one entry always holds. A last entry without "when" makes it certain. It is a warning.',
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
