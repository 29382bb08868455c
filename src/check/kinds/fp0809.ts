import type { Kind } from './kind.ts'

export const fp0809: Kind = {
  code: 'FP0809',
  title: 'A list of targets of which nobody can tell whether it leaves a gap',
  why: 'It tests texts or answers against each other: whether one always holds cannot be decided from the definition.',
}
