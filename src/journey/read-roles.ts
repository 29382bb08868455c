import type { Field } from '../fields/field.ts'
import { PROBLEMS } from './codes.ts'
import type { FlowContext } from './flow-context.ts'
import type { Role } from './journey.ts'
import { helpWith } from './nearest.ts'
import { OWN_COLUMNS } from './own-columns.ts'
import { type MapReader, readList, readMap } from './read-map.ts'
import { checkId, readName, readWord } from './read-scalar.ts'
import type { Node } from './tree.ts'

export const ROLE_SHAPE = { what: 'a role', keys: ['see', 'mask', 'move', 'reveal'] } as const

/** `roles` of admin.yaml: what members of staff may see and do. `moves`: what there is to be done. */
export function readRoles(
  node: Node | undefined,
  moves: readonly string[],
  flow: FlowContext,
): Readonly<Record<string, Role>> {
  const { report } = flow.reading
  if (!node) return {}
  if (node.is !== 'map') {
    report(
      PROBLEMS.wrongType,
      node,
      'A map of roles was expected for "roles".',
      'Write { adviser: { see: all } }.',
    )
    return {}
  }
  const fields: readonly Field[] = [...flow.names.fields.values()].filter((field) => !field.secret)
  const entries = node.pairs.map(({ key, keyAt, value }) => {
    checkId(key, 'a role', keyAt, report)
    const map = readMap(value, ROLE_SHAPE, report, keyAt)
    const see = readAllOr(
      map?.get('see'),
      [...OWN_COLUMNS, ...fields.map((field) => field.name)],
      PROBLEMS.unknownColumn,
      'field',
      flow,
    )
    const move = readAllOr(map?.get('move'), moves, PROBLEMS.unknownRole, 'move', flow)
    if (map && see.length === 0 && move.length === 0)
      report(
        PROBLEMS.idleRole,
        keyAt,
        `The role "${key}" may do nothing.`,
        'Add "see" or "move", or take it away.',
      )
    const mask = readMask(map?.get('mask'), see, fields, flow)
    const reveal = readReveal(map, mask, flow)
    return [key, { see, move, mask, reveal }] as const
  })
  return Object.fromEntries(entries)
}

/** Fields that the role sees, but not whole. */
function readMask(
  node: Node | undefined,
  see: Role['see'],
  fields: readonly Field[],
  flow: FlowContext,
): Role['mask'] {
  const names = fields.map(({ name }) => name)
  const seen = see === 'all' ? names : names.filter((name) => see.includes(name))
  const mask = readAllOr(node, seen, PROBLEMS.unknownColumn, 'field', flow)
  return mask === 'all' ? names : mask
}

function readReveal(
  map: MapReader | undefined,
  mask: Role['mask'],
  { reading }: FlowContext,
): boolean {
  const node = map?.get('reveal')
  const word = readWord(node, ['with-reason'], '"reveal"', reading.report)
  if (map && node && mask.length === 0) {
    const help = 'Add "mask: [ … ]", or take it away.'
    reading.report(
      PROBLEMS.keysExclude,
      map.keyAt('reveal'),
      'Nothing is masked here, to be revealed.',
      help,
    )
  }
  return word !== undefined
}

function readAllOr(
  node: Node | undefined,
  valid: readonly string[],
  problem: (typeof PROBLEMS)['unknownColumn' | 'unknownRole'],
  what: string,
  { reading, names }: FlowContext,
): 'all' | readonly string[] {
  if (!node) return []
  if (node.is === 'scalar' && node.value === 'all') return 'all'
  return readList(node, `"all" or ${what}s`, reading.report).flatMap((item) => {
    const name = readName(item, `a ${what}`, reading.report)
    if (name === undefined || valid.includes(name)) return name ?? []
    if (what === 'field' && names.unreadable.has(name) && !names.fields.has(name)) return []
    reading.report(
      problem,
      item,
      `There is no ${what} "${name}".`,
      helpWith(name, valid, `${what}s`),
    )
    return []
  })
}
