import type { Kind } from './kind.ts'

export const fp1001: Kind = {
  code: 'FP1001',
  title: 'Colours that some people cannot tell apart',
  why: 'Words need a contrast of 4.5 with what they stand on, and what shows the focus one of 3 (WCAG 1.4.3, 1.4.11).',
  example: {
    file: '_themes/plain.yaml',
    good: 'headerText: "#ffffff"',
    bad: 'headerText: "#8a8a8a"',
  },
}
