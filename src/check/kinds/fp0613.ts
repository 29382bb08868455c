import type { Kind } from './kind.ts'

export const fp0613: Kind = {
  code: 'FP0613',
  title: 'Two questions with one label',
  why: 'People cannot tell what each of them asks for, and those who hear the page hear the same twice (WCAG 2.4.6).',
  example: {
    file: 'permit/schema.json',
    good: '"title": "How old are you?"',
    bad: '"title": "What is your name?"',
  },
}
