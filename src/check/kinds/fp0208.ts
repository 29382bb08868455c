import type { Kind } from './kind.ts'

export const fp0208: Kind = {
  code: 'FP0208',
  title: 'Something that nothing uses',
  why: 'A condition, words, a section, a value or a message is left over, or the place that should name it has been forgotten. It is a warning.',
  example: {
    file: 'permit/flow.yaml',
    good: '      - { when: for-visitor, to: visitor }',
    bad: '      - { when: { kind: visitor }, to: visitor }',
    found: { file: 'permit/flow.yaml', at: 'for-visitor:' },
  },
}
