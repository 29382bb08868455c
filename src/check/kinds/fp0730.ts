import type { Kind } from './kind.ts'

export const fp0730: Kind = {
  code: 'FP0730',
  title: 'Journeys that go through each other in a circle',
  why: 'Nobody could come back to where they began.',
}
