import type { Kind } from './kind.ts'

export const fp0807: Kind = {
  code: 'FP0807',
  title: 'A field that no step asks for',
  why: 'It is left over, or its step has been forgotten.',
  example: {
    file: 'permit/flow.yaml',
    good: ', { field: plate, when: { colours: red } }',
    bad: '',
    found: { file: 'permit/schema.json', at: 'plate' },
  },
}
