import type { Kind } from './kind.ts'

export const fp0207: Kind = {
  code: 'FP0207',
  title: 'Two parts with one id',
  why: 'Presses and links could not tell them apart.',
  example: {
    file: 'sign-in/flow.yaml',
    good: '      - { id: again, label: Send again, style: link, validate: false, run: send-code, with: *to, on: { sent: { notice: Sent again } } }',
    bad: '      - { id: check, label: Send again, style: link, validate: false, run: send-code, with: *to, on: { sent: { notice: Sent again } } }',
  },
}
