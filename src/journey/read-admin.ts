import { PROBLEMS } from './codes.ts'
import type { FlowContext } from './flow-context.ts'
import { stepContext } from './flow-context.ts'
import type { Admin, InvitationRule, Status } from './journey.ts'
import { helpWith } from './nearest.ts'
import { OWN_COLUMNS } from './own-columns.ts'
import { hasPlaceholders, withoutEscapes } from './placeholders.ts'
import { readInvite } from './read-invite.ts'
import { type MapReader, readList, readMap } from './read-map.ts'
import { readMoves } from './read-moves.ts'
import { readRetention } from './read-retention.ts'
import { readRoles } from './read-roles.ts'
import { checkId, readBoolean, readName, readText, readTime } from './read-scalar.ts'
import { readPlainWords, readStillWords } from './read-words.ts'
import type { Node } from './tree.ts'

export const ADMIN_SHAPE = {
  what: 'the admin',
  keys: [
    'title',
    'columns',
    'search',
    'roles',
    'start',
    'statuses',
    'moves',
    'invite',
    'retention',
  ],
} as const

/** admin.yaml; what is left out has a default: columns from the schema, statuses received → closed. */
export function readAdmin(
  node: Node | undefined,
  title: string,
  flow: FlowContext,
  invitation?: InvitationRule,
): Admin {
  const { reading } = flow
  const map = node && readMap(node, ADMIN_SHAPE, reading.report)
  if (!map) return defaultAdmin(title, flow)
  const statuses = readStatuses(map.get('statuses'), flow)
  const moves = map.has('moves') ? readMoves(map.get('moves'), statuses, flow) : undefined
  const start = readStart(map, statuses, flow)
  const plain = defaultAdmin(title, flow)
  const hasOwnStatuses = map.has('statuses')
  const invite = readInvite(map.get('invite'), map.keyAt('invite'), invitation, flow)
  const moveIds = moves?.map((move) => move.id) ?? ['close']
  const admin: Admin = {
    ...readTitle(map, title, flow),
    columns: readColumns(map.get('columns'), 'columns', OWN_COLUMNS, flow) ?? plain.columns,
    search:
      readColumns(map.get('search'), 'search', ['reference', 'account'], flow) ?? plain.search,
    roles: readRoles(map.get('roles'), map.has('invite') ? [...moveIds, 'invite'] : moveIds, flow),
    start,
    statuses,
    moves: moves ?? (hasOwnStatuses ? [] : plain.moves),
    retention: readRetention(map.get('retention'), statuses, reading),
    ...(invite && { invite }),
  }
  reportStuck(admin, map, flow)
  reportUnreached(admin, map, flow)
  return admin
}

const RECEIVED: Readonly<Record<string, Status>> = {
  received: { title: 'Received', ends: false },
  closed: { title: 'Closed', ends: true },
}

function defaultAdmin(title: string, { names }: FlowContext): Admin {
  const plain = [...names.fields.values()].filter(
    (field) => !field.secret && field.parts.length === 0,
  )
  return {
    title,
    columns: [
      'reference',
      'submittedAt',
      'status',
      ...plain.slice(0, 3).map((field) => field.name),
    ],
    search: ['reference'],
    roles: {},
    start: 'received',
    statuses: RECEIVED,
    moves: [{ id: 'close', label: 'Close', from: ['received'], to: 'closed', asks: [], run: [] }],
    retention: {},
  }
}

/** A title without answers is the list's; one with answers is a case's. */
function readTitle(
  map: MapReader,
  title: string,
  flow: FlowContext,
): Pick<Admin, 'title' | 'caseTitle'> {
  const node = map.get('title')
  const text = readText(node, 'the title', flow.reading.report)
  if (!node || text === undefined) return { title }
  if (!hasPlaceholders(text)) return { title: withoutEscapes(text) }
  const { words } = stepContext(flow, flow.names, new Map())
  const caseTitle = readPlainWords(node, 'the title', words)
  return { title, ...(caseTitle && { caseTitle }) }
}

function readColumns(
  node: Node | undefined,
  key: string,
  own: readonly string[],
  { names, reading }: FlowContext,
): readonly string[] | undefined {
  if (!node) return undefined
  const fields = [...names.fields.values()]
    .filter((field) => !field.secret)
    .map((field) => field.name)
  return readList(node, `"${key}"`, reading.report).flatMap((item) => {
    const name = readName(item, 'a column', reading.report)
    if (name === undefined || [...own, ...fields].includes(name)) return name ?? []
    if (names.unreadable.has(name) && !names.fields.has(name)) return []
    const isSecret = names.fields.get(name)?.secret
    const message = isSecret
      ? `"${name}" is a secret, and is never stored.`
      : `There is no field "${name}".`
    reading.report(
      PROBLEMS.unknownColumn,
      item,
      message,
      helpWith(name, [...own, ...fields], 'columns'),
    )
    return []
  })
}

export const STATUS_SHAPE = {
  what: 'a status',
  keys: ['title', 'toResident', 'due', 'ends'],
  required: ['title'],
} as const

function readStatuses(
  node: Node | undefined,
  { reading }: FlowContext,
): Readonly<Record<string, Status>> {
  const { report } = reading
  if (!node) return RECEIVED
  if (node.is !== 'map' || node.pairs.length === 0) {
    report(
      PROBLEMS.wrongType,
      node,
      'A map of statuses was expected for "statuses".',
      'Write { received: { title: Received } }.',
    )
    return RECEIVED
  }
  const entries = node.pairs.map(({ key, keyAt, value }) => {
    checkId(key, 'a status', keyAt, report)
    const map = readMap(value, STATUS_SHAPE, report, keyAt)
    const due = readTime(map?.get('due'), '"due"', report)
    const toResident = readStillWords(map?.get('toResident'), '"toResident"', report)
    const status: Status = {
      title: readStillWords(map?.get('title'), 'the title of a status', report) ?? key,
      ...(toResident !== undefined && { toResident }),
      ...(due !== undefined && { due }),
      ends: readBoolean(map?.get('ends'), '"ends"', report) ?? false,
    }
    return [key, status] as const
  })
  return Object.fromEntries(entries)
}

function readStart(map: MapReader, statuses: Admin['statuses'], { reading }: FlowContext): string {
  const ids = Object.keys(statuses)
  const node = map.get('start')
  const name = readName(node, '"start"', reading.report)
  const plain = ids.includes('received') ? 'received' : (ids[0] ?? 'received')
  if (!node || name === undefined || ids.includes(name)) return name ?? plain
  reading.report(
    PROBLEMS.unknownStatus,
    node,
    `There is no status "${name}".`,
    helpWith(name, ids, 'statuses'),
  )
  return plain
}

/** Every status either ends or has a move that leads on. */
function reportStuck(admin: Admin, map: MapReader, { reading }: FlowContext): void {
  const node = map.get('statuses')
  for (const { key, keyAt } of node?.is === 'map' ? node.pairs : []) {
    const isStuck =
      !admin.statuses[key]?.ends && !admin.moves.some((move) => move.from.includes(key))
    if (isStuck)
      reading.report(
        PROBLEMS.noWayOn,
        keyAt,
        `No move leads on from the status "${key}".`,
        'Add a move from it, or "ends: true".',
      )
  }
}

/** A status in which no case ever is: none begins there, and nothing leads there. */
function reportUnreached(
  { start, moves, statuses }: Admin,
  map: MapReader,
  flow: FlowContext,
): void {
  const { report } = flow.reading
  const reached = [start, ...moves.flatMap(({ to, more }) => (more ? [to, more.back] : [to]))]
  const node = map.get('statuses')
  for (const { key, keyAt } of node?.is === 'map' && moves.length > 0 ? node.pairs : [])
    if (Object.hasOwn(statuses, key) && !reached.includes(key))
      report(
        PROBLEMS.unreachedStatus,
        keyAt,
        `No case is ever brought to the status "${key}".`,
        'Let a move lead to it, or take it away. If cases of earlier days are still in it, leave it until they are not.',
      )
}
