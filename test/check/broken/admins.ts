import type { Mistake } from './mistake.ts'

const ADMIN = 'permit/admin.yaml'

export const ADMINS: readonly Mistake[] = [
  ['an unknown key', ADMIN, 'search:', '«serach»:', 'FP0201'],
  ['an unknown column', ADMIN, 'status, kind]', 'status, «knid»]', 'FP0316'],
  ['an unknown field to search', ADMIN, '[reference, name]', '[reference, «nmae»]', 'FP0316'],
  [
    'a role that may do nothing',
    ADMIN,
    'clerk: { see: [kind, age], move: [refuse] }',
    '«clerk»: {}',
    'FP0902',
  ],
  ['an unknown move of a role', ADMIN, 'move: [refuse]', 'move: [«refsue»]', 'FP0314'],
  ['an unknown field of a role', ADMIN, 'see: [kind, age]', 'see: [kind, «agee»]', 'FP0316'],
  ['an unknown status to begin with', ADMIN, 'start: received', 'start: «recieved»', 'FP0315'],
  ['an unknown status to move to', ADMIN, 'to: refused', 'to: «refsued»', 'FP0315'],
  [
    'an unknown status to move from',
    ADMIN,
    'from: [received]',
    'from: [«recieved»]',
    'FP0315',
    ['FP0901'],
  ],
  [
    'a status without a way on',
    ADMIN,
    'refused: { title: Refused, ends: true }',
    '«refused»: { title: Refused }',
    'FP0901',
  ],
  [
    'a key of the submission that there is not',
    ADMIN,
    '$submission.account',
    '«$submission.acount»',
    'FP0307',
  ],
  ['an answer that the move does not ask for', ADMIN, 'why: $why', 'why: «$reason»', 'FP0302'],
  ['a move without a label', ADMIN, '  refuse:\n    label: Refuse\n', '  «refuse»:\n', 'FP0203'],
  [
    'a question without a title',
    ADMIN,
    'asks: { why: { type: string, title: Why } }',
    'asks: { «why»: { type: string } }',
    'FP0407',
  ],
]
