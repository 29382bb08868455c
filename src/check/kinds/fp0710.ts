import type { Kind } from './kind.ts'

export const fp0710: Kind = {
  code: 'FP0710',
  title: 'An outcome that nothing is said of',
  why: 'When it comes, the person would be left without a word.',
}
