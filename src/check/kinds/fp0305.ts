import type { Kind } from './kind.ts'

export const fp0305: Kind = {
  code: 'FP0305',
  title: 'An outcome that the action does not have',
  why: 'What is said for it would never happen, and the outcome that was meant would be without an answer.',
  example: {
    file: 'sign-in/flow.yaml',
    good: '        on: { wrong: { error: { email: The address or the password is not right } }, locked: locked }',
    bad: '        on: { wrong: { error: { email: The address or the password is not right } }, lock: locked }',
  },
}
