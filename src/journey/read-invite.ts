import type { Field } from '../fields/field.ts'
import { fileSlotsOf } from '../fields/file-slots.ts'
import { PROBLEMS } from './codes.ts'
import type { FlowContext } from './flow-context.ts'
import type { InvitationRule, InviteRule, MessageTemplate } from './journey.ts'
import { helpWith } from './nearest.ts'
import { type MapReader, readList, readMap } from './read-map.ts'
import { readMessageName } from './read-message-name.ts'
import { readName } from './read-scalar.ts'
import type { Reading } from './reading.ts'
import type { Node, Spot } from './tree.ts'
import { reportUnsaid, saysWord } from './unsaid-words.ts'

export const INVITE_SHAPE = {
  what: '"invite"',
  keys: ['message', 'asks'],
  required: ['message', 'asks'],
} as const

/** What the message of an invitation is given besides what staff are asked. */
const GIVEN = ['link', 'until']

/** `invite` of admin.yaml: staff send people a link into the journey. What they are asked is what the link carries. */
export function readInvite(
  node: Node | undefined,
  at: Spot,
  invitation: InvitationRule | undefined,
  flow: FlowContext,
): InviteRule | undefined {
  const { report, marks } = flow.reading
  const map = node && readMap(node, INVITE_SHAPE, report, at)
  if (!map) return undefined
  if (!invitation)
    report(
      PROBLEMS.keysExclude,
      at,
      'Staff cannot invite anybody to a journey that has no "invitation".',
      'Add "invitation: { carries: [email], binds: signed-in }" to flow.yaml.',
    )
  const message = readMessageName(map.get('message'), flow.reading)
  const asks = readAsks(map, invitation, flow)
  const rule: InviteRule = { message: message ?? '', asks }
  marks.set(rule, map.get('message') ?? map.node)
  return rule
}

function readAsks(
  map: MapReader,
  invitation: InvitationRule | undefined,
  flow: FlowContext,
): readonly Field[] {
  const { report } = flow.reading
  const carries = new Set(invitation?.carries ?? flow.names.fields.keys())
  const asks = readList(map.get('asks'), '"asks"', report).flatMap(
    (item) => readAsked(item, carries, flow) ?? [],
  )
  if (map.has('asks') && !asks.some(({ name, kind }) => name === 'email' && kind === 'email'))
    report(
      PROBLEMS.wrongValue,
      map.keyAt('asks'),
      '"asks" does not name "email", and the link must be sent to somebody.',
      'Add "email", a field of the kind email, here and to what the invitation carries.',
    )
  return asks
}

function readAsked(
  item: Node,
  carries: ReadonlySet<string>,
  { names, reading }: FlowContext,
): Field | undefined {
  const name = readName(item, 'a field', reading.report)
  if (name === undefined || names.unreadable.has(name)) return undefined
  const field = names.fields.get(name)
  if (field && fileSlotsOf([field]).length > 0) {
    const help = 'Files are uploaded by the people whose request it is.'
    reading.report(PROBLEMS.badFile, item, 'An invitation cannot carry a file.', help)
    return undefined
  }
  if (field && carries.has(name)) return askedOf(field)
  const words = field
    ? `The invitation does not carry "${name}": nothing could come of the answer.`
    : `There is no field "${name}".`
  const valid = [...carries].filter((key) => names.fields.has(key))
  reading.report(PROBLEMS.unknownField, item, words, helpWith(name, valid, 'fields'))
  return undefined
}

/** Staff type it about somebody else: the words that speak to that person, and their browser's own data, are left out. */
function askedOf({ hint: _hint, ...field }: Field): Field {
  const { autocomplete: _own, ...presentation } = field.presentation
  return {
    ...field,
    // The link must be sent to somebody.
    required: field.required || field.name === 'email',
    readOnly: false,
    errorMessages: {},
    presentation: {
      ...presentation,
      subject: 'other',
      short: `their ${withSmallStart(field.title)}`,
    },
  }
}

function withSmallStart(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`
}

/** An invitation goes by email, and gives its message a link, a day, and what staff were asked. */
export function checkInvite(
  rule: InviteRule | undefined,
  messages: ReadonlyMap<string, MessageTemplate>,
  { marks, report }: Reading,
): void {
  const message = rule && messages.get(rule.message)
  const at = rule && marks.get(rule)
  if (!message || !at) return
  if (message.channel !== 'email')
    report(PROBLEMS.wrongValue, at, `An invitation goes by email, and "${message.name}" is none.`)
  const given = [...GIVEN, ...rule.asks.map(({ name }) => name)]
  reportUnsaid(message, given, 'it goes to somebody who has not answered yet', { marks, report })
  const more = message.with.filter((name) => !given.includes(name))
  if (more.length > 0)
    report(
      PROBLEMS.wrongValue,
      at,
      `Nothing gives "${more[0]}" to the message of an invitation.`,
      `It may say {${given.join('}, {')}} and {invitation.<key>}.`,
    )
  if (message.channel === 'email' && more.length === 0 && !saysWord(message, 'link'))
    report(
      PROBLEMS.wrongValue,
      at,
      `The message "${message.name}" does not say {link}: nobody could come by this invitation.`,
      'Put "[Begin]({link})" into it.',
    )
}
