import type { Kind } from './kind.ts'

export const fp0105: Kind = {
  code: 'FP0105',
  title: 'A file that is missing',
  why: 'A journey needs its schema.json and its flow.yaml, and every message that it names.',
  example: {
    file: '_themes/plain.yaml',
    good: 'logo: { file: plain.svg }',
    bad: 'logo: { file: plane.svg }',
  },
}
