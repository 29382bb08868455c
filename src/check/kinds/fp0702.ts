import type { Kind } from './kind.ts'

export const fp0702: Kind = {
  code: 'FP0702',
  title: 'An account that is named by an answer',
  why: 'Nobody may choose whose account an action works on.',
}
