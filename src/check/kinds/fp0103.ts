import type { Kind } from './kind.ts'

export const fp0103: Kind = {
  code: 'FP0103',
  title: 'YAML that is not taken',
  why: 'Merge keys, tags and very many aliases hide what a definition says from those who read it.',
  example: {
    file: 'permit/flow.yaml',
    good: '    title: About you',
    bad: '    title: About you\n    <<: { caption: You }',
  },
}
