import type { Kind } from './kind.ts'

export const fp0721: Kind = {
  code: 'FP0721',
  title: 'A required fact that several journeys give',
  why: 'There is no telling which of them to send people through.',
}
