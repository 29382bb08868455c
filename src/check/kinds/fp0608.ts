import type { Kind } from './kind.ts'

export const fp0608: Kind = {
  code: 'FP0608',
  title: 'A translation into a language that the site does not offer',
  why: 'Nobody would ever see it: people can choose only among the languages that _site.yaml names. It is a warning.',
}
