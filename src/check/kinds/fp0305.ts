import type { Kind } from './kind.ts'

export const fp0305: Kind = {
  code: 'FP0305',
  title: 'An outcome that the action does not have',
  why: 'What is said for it would never happen, and the outcome that was meant would be without an answer.',
  example: {
    file: 'sign-in/flow.yaml',
    good: 'locked: locked }',
    bad: 'lock: locked }',
  },
}
