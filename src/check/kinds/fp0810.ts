import type { Kind } from './kind.ts'

export const fp0810: Kind = {
  code: 'FP0810',
  title: 'A page on which all buttons are hidden',
  why: 'With these answers the person cannot go on.',
}
