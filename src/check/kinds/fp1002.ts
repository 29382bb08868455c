import type { Kind } from './kind.ts'

export const fp1002: Kind = {
  code: 'FP1002',
  title: 'A logo that cannot be shown, or should not',
  why: 'It is on every page: people on slow lines wait for it, and an SVG may hold a script.',
}
