import type { Field } from '../fields/field.ts'
import { PROBLEMS } from './codes.ts'
import type { Words } from './condition.ts'
import type { Admin, DraftRule, MessageTemplate, MoreRule, Move } from './journey.ts'
import { helpWith } from './nearest.ts'
import { readMap } from './read-map.ts'
import { readMessageName } from './read-message-name.ts'
import { readName } from './read-scalar.ts'
import type { Reading } from './reading.ts'
import { type Node, pairOf, type Spot } from './tree.ts'
import { reportUnsaid } from './unsaid-words.ts'

export const MORE_SHAPE = {
  what: '"more"',
  keys: ['message', 'back', 'answered'],
  required: ['message', 'back'],
} as const

/** What the message that asks for more may say, besides the site's words and what the move asks. */
const GIVEN = ['link', 'reference']

/** `more` of a move: the person is asked some of their questions again, and their answers bring the case back. */
export function readMore(
  node: Node | undefined,
  at: Spot,
  statuses: Admin['statuses'],
  reading: Reading,
): MoreRule | undefined {
  const { report, marks } = reading
  const map = node && readMap(node, MORE_SHAPE, report, at)
  if (!map) return undefined
  const back = readName(map.get('back'), 'a status', report)
  if (back !== undefined && !Object.hasOwn(statuses, back))
    report(
      PROBLEMS.unknownStatus,
      map.get('back') ?? at,
      `There is no status "${back}".`,
      helpWith(back, Object.keys(statuses), 'statuses'),
    )
  const answered = readMessageName(map.get('answered'), reading)
  const rule: MoreRule = {
    message: readMessageName(map.get('message'), reading) ?? '',
    back: back ?? '',
    ...(answered !== undefined && { answered }),
  }
  marks.set(rule, map.node, at)
  return rule
}

/** The messages that moves which ask for more name. */
export function moreMessages({ moves }: Pick<Admin, 'moves'>): readonly string[] {
  return moves
    .flatMap(({ more }) => [more?.message, more?.answered])
    .filter((name) => name !== undefined)
}

/** What the person reads of why they are asked: the first text that the move asks of staff. */
export function reasonOf({ asks }: Pick<Move, 'asks'>): Field | undefined {
  return asks.find(({ kind }) => kind === 'text' || kind === 'textarea')
}

/** Moves that ask for more: somebody can be asked, is told why and where, and the case comes back. */
export function checkMore(
  { moves, statuses }: Pick<Admin, 'moves' | 'statuses'>,
  draft: Pick<DraftRule, 'owner'>,
  messages: ReadonlyMap<string, MessageTemplate>,
  reading: Reading,
): void {
  for (const move of moves) {
    const node = move.more && reading.marks.get(move.more)
    if (!move.more || node?.is !== 'map') continue
    const rule = { move, more: move.more, node }
    checkPerson(rule, draft, reading)
    checkStatuses(rule, statuses, reading)
    checkLetter(rule, 'message', messages, reading)
    checkLetter(rule, 'answered', messages, reading)
  }
}

interface Rule {
  readonly move: Move
  readonly more: MoreRule
  readonly node: Node
}

function checkPerson({ move, node }: Rule, { owner }: Pick<DraftRule, 'owner'>, reading: Reading) {
  if (owner !== 'account')
    reading.report(
      PROBLEMS.keysExclude,
      node,
      'Only somebody who signs in can be asked for more, and this journey can be sent without a login.',
      'Write "requires: [signed-in]" on a step of flow.yaml, or leave "more" out.',
    )
  if (!reasonOf(move))
    reading.report(
      PROBLEMS.missingKey,
      node,
      `The move "${move.id}" asks for more, and staff are not asked why.`,
      'Add "asks: { note: { type: string, title: Why do you need this? } }".',
    )
}

function checkStatuses({ move, more, node }: Rule, statuses: Admin['statuses'], reading: Reading) {
  const back = pairOf(node, 'back')?.value ?? node
  if (statuses[move.to]?.ends)
    reading.report(
      PROBLEMS.wrongValue,
      node,
      `The case waits for the person in the status "${move.to}", and that one ends it.`,
      'Lead to a status without "ends: true".',
    )
  if (more.back === move.to)
    reading.report(
      PROBLEMS.wrongValue,
      back,
      `"${more.back}" is where the case waits: the answers would bring it nowhere.`,
      'Name the status in which staff look at it again.',
    )
}

function checkLetter(
  { move, more, node }: Rule,
  key: 'message' | 'answered',
  messages: ReadonlyMap<string, MessageTemplate>,
  reading: Reading,
) {
  const { report } = reading
  const message = messages.get(more[key] ?? '')
  const at = pairOf(node, key)?.value
  if (!message || !at) return
  if (message.channel !== 'email')
    report(PROBLEMS.wrongValue, at, `It goes by email, and "${message.name}" is none.`)
  const given = key === 'message' ? [...GIVEN, ...move.asks.map(({ name }) => name)] : GIVEN
  reportUnsaid(message, given, 'it is sent about a request', reading)
  const other = message.with.find((name) => !given.includes(name))
  if (other !== undefined)
    report(
      PROBLEMS.wrongValue,
      at,
      `Nothing gives "${other}" to this message.`,
      `It may say {${given.join('}, {')}}.`,
    )
  if (key === 'message' && !saysLink(message))
    report(
      PROBLEMS.wrongValue,
      at,
      `The message "${message.name}" does not say {link}: nobody would find the questions.`,
      'Put "[Answer our questions]({link})" into it.',
    )
}

function saysLink({ body }: MessageTemplate): boolean {
  return says(body)
}

function says({ parts, choices }: Words): boolean {
  if (choices) return choices.every(({ words }) => says(words))
  return parts.some(
    (part) => typeof part !== 'string' && part.from === 'engine' && part.key === 'link',
  )
}
