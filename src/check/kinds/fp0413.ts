import type { Kind } from './kind.ts'

export const fp0413: Kind = {
  code: 'FP0413',
  title: 'A task that cannot be done',
  why: 'A list of tasks would show something that nobody can begin, or that is never completed.',
}
