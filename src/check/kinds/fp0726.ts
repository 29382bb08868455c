import type { Kind } from './kind.ts'

export const fp0726: Kind = {
  code: 'FP0726',
  title: 'Answers that are sent twice',
  why: 'There would be two cases for one request.',
  example: {
    file: 'permit/flow.yaml',
    good: '  agree:\n    fields: [agreed]',
    bad: '  agree:\n    fields: [agreed]\n    buttons: [{ id: go, label: Go, run: submit-request, on: { refused: { error: No } } }]',
    found: { file: 'permit/flow.yaml', at: 'submit-request' },
  },
}
