import type { Field } from '../fields/field.ts'
import { fileSlotsOf } from '../fields/file-slots.ts'
import { PROBLEMS } from './codes.ts'
import { type FlowContext, type StepContext, stepContext } from './flow-context.ts'
import type { Admin, Move } from './journey.ts'
import type { Names } from './names.ts'
import { helpWith, meantOf } from './nearest.ts'
import { readRun } from './read-calls.ts'
import { readField } from './read-field.ts'
import { readList, readMap } from './read-map.ts'
import { readMore } from './read-more.ts'
import { checkId, readName } from './read-scalar.ts'
import { readStillWords } from './read-words.ts'
import type { Node, Pair } from './tree.ts'

export const MOVE_SHAPE = {
  what: 'a move',
  keys: ['label', 'from', 'to', 'asks', 'more', 'run', 'with', 'on'],
  required: ['label', 'from', 'to'],
} as const

/** `moves`: what staff may do to a case, by id. */
export function readMoves(
  node: Node | undefined,
  statuses: Admin['statuses'],
  flow: FlowContext,
): readonly Move[] {
  if (!node) return []
  if (node.is !== 'map') {
    flow.reading.report(PROBLEMS.wrongType, node, 'A map of moves by id was expected for "moves".')
    return []
  }
  return node.pairs.flatMap((pair) => readMove(pair, statuses, flow) ?? [])
}

function readMove(pair: Pair, statuses: Admin['statuses'], flow: FlowContext): Move | undefined {
  const { report, marks } = flow.reading
  checkId(pair.key, 'a move', pair.keyAt, report)
  const map = readMap(pair.value, MOVE_SHAPE, report, pair.keyAt)
  if (!map) return undefined
  const asks = readAsks(map.get('asks'), flow)
  const context = moveContext(asks, flow)
  if (map.has('with') && !map.has('run'))
    report(
      PROBLEMS.keysExclude,
      map.keyAt('with'),
      '"with" stands here without an action.',
      'Add "run".',
    )
  const more = readMore(map.get('more'), map.keyAt('more'), statuses, flow.reading)
  const move: Move = {
    id: pair.key,
    label: readStillWords(map.get('label'), 'the label of a move', report) ?? pair.key,
    from: readList(map.get('from'), '"from"', report, true).flatMap(
      (item) => readStatus(item, statuses, flow) ?? [],
    ),
    to: readStatus(map.get('to'), statuses, flow) ?? '',
    asks,
    run: readRun(map, context),
    ...(more && { more }),
  }
  marks.set(move, pair.value, pair.keyAt)
  return move
}

function readStatus(
  node: Node | undefined,
  statuses: Admin['statuses'],
  { reading }: FlowContext,
): string | undefined {
  const name = readName(node, 'a status', reading.report)
  if (!node || name === undefined || Object.hasOwn(statuses, name)) return name
  const help = helpWith(name, Object.keys(statuses), 'statuses')
  reading.report(PROBLEMS.unknownStatus, node, `There is no status "${name}".`, help)
  return meantOf(name, Object.keys(statuses))
}

function readAsks(node: Node | undefined, { reading }: FlowContext): readonly Field[] {
  if (!node) return []
  if (node.is !== 'map') {
    reading.report(
      PROBLEMS.wrongType,
      node,
      'A map of fields was expected for "asks".',
      'Write { note: { type: string, title: … } }.',
    )
    return []
  }
  return node.pairs.flatMap(({ key, keyAt, value }) => {
    const field = readField(
      { name: key, at: keyAt, node: value, required: true, depth: 0 },
      reading,
    )
    if (!field) return []
    if (fileSlotsOf([field]).length > 0) reading.report(PROBLEMS.badFile, keyAt, ...NO_FILES)
    return [field]
  })
}

const NO_FILES = [
  'A move cannot ask staff for a file.',
  'Files are uploaded by the people whose request it is: `more` asks them for one.',
] as const

/** A move sees the case's submission and what it asks for; nothing else of the journey. */
function moveContext(asks: readonly Field[], flow: FlowContext): StepContext {
  const asked = new Map(asks.map((field) => [field.name, field]))
  const fields = [...flow.names.fields].filter(([, field]) => !field.secret)
  const names: Names = {
    ...flow.names,
    fields: new Map(),
    unasked: new Set(),
    unreadable: flow.names.unreadable,
    account: new Set(),
    invitation: new Set(),
    given: new Set(),
    engine: new Set(),
    submission: new Map<string, Field | undefined>([
      ...fields,
      ['account', undefined],
      ['reference', undefined],
    ]),
    asked,
  }
  return stepContext({ ...flow, stepIds: new Set() }, names, asked)
}
