import type { Kind } from './kind.ts'

export const fp0806: Kind = {
  code: 'FP0806',
  title: 'A required field that no step asks for',
  why: 'The submission would always lack it.',
  example: {
    file: 'permit/flow.yaml',
    good: '    fields: [colours, insured, phone, note, { field: plate, when: { colours: red } }, licence]',
    bad: '    fields: [colours, phone, note, { field: plate, when: { colours: red } }, licence]',
    found: { file: 'permit/schema.json', at: 'insured' },
  },
}
