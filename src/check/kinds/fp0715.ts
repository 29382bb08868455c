import type { Kind } from './kind.ts'

export const fp0715: Kind = {
  code: 'FP0715',
  title: 'A key or signed address in a definition',
  why: 'Definitions are copied, shown and kept for ever: they are no place for secrets.',
  example: {
    file: 'permit/admin.yaml',
    good: 'why: $why',
    bad: 'why: sk_live_0123456789abcdef',
  },
}
