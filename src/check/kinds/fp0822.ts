import type { Kind } from './kind.ts'

export const fp0822: Kind = {
  code: 'FP0822',
  title: 'A button that leads back to the page that it stands on',
  why: 'Who presses it sees the same page again, and does not know whether anything has happened.',
  example: {
    file: 'permit/flow.yaml',
    good: '        next: done\n',
    bad: '        next: check-answers\n',
    beside: [
      {
        file: 'permit/flow.yaml',
        was: '        next: done\n',
        text: '        next: done\n    links: [{ label: What comes next, to: done }]\n',
      },
      {
        file: 'permit/flow.yaml',
        was: '    kind: confirmation\n    title: Sent\n    content: "Your reference is **{reference}**."\n',
        text: '    kind: exit\n    title: What comes next\n',
      },
    ],
  },
}
