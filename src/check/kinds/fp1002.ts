import type { Kind } from './kind.ts'

export const fp1002: Kind = {
  code: 'FP1002',
  title: 'A logo that cannot be shown, or should not',
  why: 'It is on every page: people on slow lines wait for it, and an SVG may hold a script.',
  example: {
    file: '_themes/plain.svg',
    good: '<path d="M0 0h40v20z"/>',
    bad: '<script>alert(1)</script>',
    found: { file: '_themes/plain.yaml', at: 'plain.svg' },
  },
}
