import type { Kind } from './kind.ts'

export const fp0101: Kind = {
  code: 'FP0101',
  title: 'A file that cannot be read',
  why: 'YAML and JSON have a strict form. Where it is broken, nothing behind that place can be understood, and the journey is not served.',
  example: {
    file: 'permit/flow.yaml',
    good: '    title: About you',
    bad: '\ttitle: About you',
  },
}
