import type { Mistake } from './mistake.ts'

const FLOW = 'permit/flow.yaml'
const SIGN = 'sign-in/flow.yaml'

export const WORDS: readonly Mistake[] = [
  ['a secret in words', SIGN, 'title: Enter the code', 'title: Enter «{code}»', 'FP0601'],
  [
    'a code in a message of an action that sends none',
    'permit/messages/received.md',
    '**{reference}**',
    '**«{code}**',
    'FP0740',
  ],
  [
    'minutes in the subject of such a message',
    'permit/messages/received.md',
    'subject: We have',
    'subject: In «{minutes} minutes we have',
    'FP0740',
  ],
  [
    'a day until which nothing is kept',
    'permit/messages/refused.md',
    '---\n{why}',
    '---\n{why} «{until}',
    'FP0740',
  ],
  [
    'a summary in a message of staff',
    'permit/messages/refused.md',
    '---\n{why}',
    '---\n{why} «{summary}',
    'FP0740',
  ],
  [
    'a code in a message that asks for more',
    'permit/messages/more.md',
    '{note}',
    '{note} «{code}',
    'FP0740',
  ],
  [
    'a summary in the thanks for it',
    'permit/messages/thanks.md',
    'We have your answers',
    'We have «{summary}',
    'FP0740',
  ],
  ['words among words', FLOW, 'content: $words.call', 'content: Well, «$words.call»', 'FP0204'],
  [
    'words that stand for words',
    FLOW,
    'call: If you need',
    'call: «$words.other»\n  other: If you need',
    'FP0204',
  ],
  ['an & that begins words', FLOW, 'title: Visitors', 'title: «&Visitors from afar', 'FP0104'],
  ['a box that is not closed', FLOW, '      :::\n  log-in', '  log-in', 'FP0602'],
  ['a box that there is not', FLOW, '::: inset', '::: insert', 'FP0602'],
  [
    'a link to a script',
    SIGN,
    'content: Wait an hour.',
    'content: "Wait [an hour](«javascript:alert(1)»)."',
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
