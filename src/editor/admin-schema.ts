import { OWN_COLUMNS } from '../journey/own-columns.ts'
import { ADMIN_SHAPE, STATUS_SHAPE } from '../journey/read-admin.ts'
import { INVITE_SHAPE } from '../journey/read-invite.ts'
import { MORE_SHAPE } from '../journey/read-more.ts'
import { MOVE_SHAPE } from '../journey/read-moves.ts'
import { RETENTION_ENDS, RETENTION_SHAPE } from '../journey/read-retention.ts'
import { ROLE_SHAPE } from '../journey/read-roles.ts'
import type { EditorNames, Named } from './names.ts'
import { callRules, RUN, runDefinitions } from './run-schema.ts'
import {
  DURATION,
  listOf,
  mapOf,
  oneOf,
  oneOrMore,
  ref,
  type Schema,
  shaped,
  told,
  toldRef,
} from './schema.ts'

const TEXT: Schema = { type: 'string', minLength: 1 }

/** The JSON Schema of a journey's admin.yaml, with that journey's own fields, statuses, moves and messages. */
export function adminSchema(names: EditorNames): Schema {
  const { action } = runDefinitions(names)
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: names.journey === '' ? 'admin.yaml' : `admin.yaml of ${names.journey}`,
    ...ref('admin'),
    definitions: {
      admin: topSchema(names),
      status: STATUS,
      role: roleSchema(names),
      move: moveSchema(names),
      more: moreSchema(names),
      invite: inviteSchema(names),
      retention: RETENTION,
      action: action ?? TEXT,
      call: callSchema(names),
      outcome: OUTCOME,
      // Sources of a move are the case's submission and what staff are asked: check looks at them.
      value: {},
    },
  }
}

const topSchema = (names: EditorNames) =>
  shaped(ADMIN_SHAPE, 'How staff see what was sent. All of it can be left out.', {
    title: told('Of the list; with answers in braces: of each case.', TEXT),
    columns: told('The columns of the list.', listOf(oneOf(columnsOf(names)))),
    search: told('What a search looks in.', listOf(oneOf(columnsOf(names)))),
    roles: told('Role: what it may see and do.', mapOf(ref('role'))),
    start: told('The status of a new case.', oneOf(names.statuses)),
    statuses: told('Status: its title and what it means.', mapOf(ref('status'))),
    moves: told('What staff may do to a case.', mapOf(ref('move'))),
    invite: toldRef('Staff may send people the link of the journey.', 'invite'),
    retention: told(
      'Status: how long a case is kept in it. A status without one keeps its cases for ever.',
      retentionOf(names),
    ),
  })

const STATUS = shaped(STATUS_SHAPE, 'Where a case stands.', {
  title: told('Its name for staff.', TEXT),
  toResident: told('What people are told of it.', TEXT),
  due: told('Within this time staff are to move a case on.', DURATION),
  ends: told('true: nothing comes after it.', { type: 'boolean' }),
})

const roleSchema = (names: EditorNames) =>
  shaped(ROLE_SHAPE, 'What members of staff may see and do.', {
    see: told('all, or fields.', allOr(columnsOf(names))),
    mask: told('Fields of which only the ends are shown.', allOr(fieldsOf(names))),
    move: told('all, or moves; "invite" too.', allOr(movesOf(names))),
    reveal: told('A masked field is shown whole to whoever says why; that is recorded.', {
      enum: ['with-reason'],
    }),
  })

const moveSchema = (names: EditorNames): Schema => ({
  ...shaped(MOVE_SHAPE, 'What staff may do to a case.', {
    label: told('What stands on the button.', TEXT),
    from: told('The statuses from which it leads.', oneOrMore(oneOf(names.statuses))),
    to: told('The status to which it leads.', oneOf(names.statuses)),
    asks: told('What staff are asked: fields as in schema.json.', mapOf({ type: 'object' })),
    more: toldRef('The person is asked some questions again.', 'more'),
    run: told('An action, or a list of them.', RUN),
    with: told('What it is given: words, $submission.<field>, or $<asked>.', mapOf(ref('value'))),
    on: told('What is said at its other outcomes.', mapOf(ref('outcome'))),
  }),
  allOf: callRules('run', names),
})

const callSchema = (names: EditorNames): Schema => ({
  type: 'object',
  required: ['action'],
  properties: { action: ref('action'), with: mapOf(ref('value')), on: mapOf(ref('outcome')) },
  additionalProperties: false,
  allOf: callRules('action', names),
})

const OUTCOME: Schema = {
  description: 'What staff are told.',
  type: 'object',
  properties: {
    error: told('The move is not made, and staff are told this.', {}),
    notice: told('Staff are told this.', {}),
  },
  additionalProperties: false,
}

const moreSchema = (names: EditorNames) =>
  shaped(MORE_SHAPE, 'Staff pick questions that the person is asked again.', {
    message: told('The email with {link}.', oneOf(names.messages)),
    back: told('The status to which the answers bring the case.', oneOf(names.statuses)),
    answered: told('The email that says that the answers are there.', oneOf(names.messages)),
  })

const inviteSchema = (names: EditorNames) =>
  shaped(INVITE_SHAPE, 'Staff may send people the link of the journey.', {
    message: told('The email with {link}.', oneOf(names.messages)),
    asks: told(
      'What staff are asked; "email" among it. Names that the invitation carries.',
      listOf(TEXT),
    ),
  })

const RETENTION = shaped(RETENTION_SHAPE, 'How long a case is kept, and what becomes of it.', {
  after: told('The time: 2 years.', DURATION),
  then: told('delete, or anonymise: only answers with "data: none" stay.', {
    enum: [...RETENTION_ENDS],
  }),
})

function retentionOf({ statuses }: EditorNames): Schema {
  const rule: Schema = { anyOf: [DURATION, ref('retention'), listOf(TEXT)] }
  if (statuses.size === 0) return mapOf(rule)
  const properties = Object.fromEntries([...statuses.keys()].map((status) => [status, rule]))
  return { type: 'object', properties, additionalProperties: false }
}

function allOr(names: Named): Schema {
  return { anyOf: [{ enum: ['all'] }, listOf(oneOf(names))] }
}

function fieldsOf({ fields }: EditorNames): Named {
  return new Map(
    [...fields.values()].flatMap(({ name, title, secret }) => (secret ? [] : [[name, title]])),
  )
}

function columnsOf(names: EditorNames): Named {
  const fields = fieldsOf(names)
  if (fields.size === 0) return fields
  return new Map([...OWN_COLUMNS.map((name) => [name, 'Of every case'] as const), ...fields])
}

function movesOf({ moves }: EditorNames): Named {
  return moves.size === 0 ? moves : new Map([...moves, ['invite', 'Sending invitations']])
}
