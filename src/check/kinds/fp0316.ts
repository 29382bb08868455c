import type { Kind } from './kind.ts'

export const fp0316: Kind = {
  code: 'FP0316',
  title: 'A column that there is not',
  why: 'Staff would see an empty column, or sort by nothing.',
  example: {
    file: 'permit/admin.yaml',
    good: 'columns: [reference, submittedAt, status, kind]',
    bad: 'columns: [reference, submittedAt, status, knid]',
  },
}
