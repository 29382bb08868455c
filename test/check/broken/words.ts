import type { Mistake } from './mistake.ts'

const FLOW = 'permit/flow.yaml'
const SIGN = 'sign-in/flow.yaml'

export const WORDS: readonly Mistake[] = [
  ['a secret in words', SIGN, 'title: Enter the code', 'title: Enter «{code}»', 'FP0601'],
  ['a box that is not closed', FLOW, '      :::\n  log-in', '  log-in', 'FP0602'],
  ['a box that there is not', FLOW, '::: inset', '::: insert', 'FP0602'],
  [
    'a link to a script',
    SIGN,
    'content: Wait an hour.',
    'content: «"Wait [an hour](javascript:alert(1))."',
    'FP0602',
  ],
  [
    'a link that begins with an answer',
    FLOW,
    'content: $words.call',
    'content: «"Look [here]({plate})"',
    'FP0604',
  ],
  [
    'item.number outside of a repeat',
    FLOW,
    'title: Visitors',
    'title: Visitors «{item.number}»',
    'FP0302',
  ],
  ['an answer in a page of the site', '_pages/help.md', '{config.helpLine}', '«{kind}»', 'FP0302'],
  [
    'an unknown name in a message',
    'permit/messages/received.md',
    '{name.first}',
    '«{name.frist}»',
    'FP0302',
  ],
  [
    'an unknown name in the body of a message',
    'permit/messages/received.md',
    '{summary}',
    '«{sumary}»',
    'FP0302',
  ],
]
