import type { Kind } from './kind.ts'

export const fp0901: Kind = {
  code: 'FP0901',
  title: 'A status without a way on',
  why: 'Cases would stay in it for ever.',
  example: {
    file: 'permit/admin.yaml',
    good: 'refused: { title: Refused, ends: true }',
    bad: 'refused: { title: Refused }',
  },
}
