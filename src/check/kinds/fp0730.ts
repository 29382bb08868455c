import type { Kind } from './kind.ts'

export const fp0730: Kind = {
  code: 'FP0730',
  title: 'Journeys that go through each other in a circle',
  why: 'Nobody could come back to where they began.',
  example: {
    file: 'sign-in/flow.yaml',
    good: 'links: [{ label: Try again, to: password }]',
    bad: 'links: [{ label: Try again, to: password }, { label: Apply, journey: permit }]',
  },
}
