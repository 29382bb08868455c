import type { Kind } from './kind.ts'

export const fp0811: Kind = {
  code: 'FP0811',
  title: 'A page of which nobody can tell whether a button is shown',
  why: 'The conditions test texts or sources: whether one always holds cannot be decided from the definition.',
}
