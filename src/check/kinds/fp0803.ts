import type { Kind } from './kind.ts'

export const fp0803: Kind = {
  code: 'FP0803',
  title: 'Steps from which no ending can be reached',
  why: 'People would go round and round.',
  example: {
    file: 'permit/flow.yaml',
    good: '      - { id: go, label: Go on, next: you }',
    bad: '      - { id: go, label: Go on, next: visitor }',
  },
}
