import type { Kind } from './kind.ts'

export const fp0712: Kind = {
  code: 'FP0712',
  title: 'An action that may not run when a page is shown',
  why: 'Mail scanners and browsers open pages by themselves: that must not send or use up anything.',
  example: {
    file: 'permit/flow.yaml',
    good: '    title: Visitors',
    bad: '    title: Visitors\n    enter: submit-request',
  },
}
