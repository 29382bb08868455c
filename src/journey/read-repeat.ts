import type { Field } from '../fields/field.ts'
import { PROBLEMS } from './codes.ts'
import type { FlowContext } from './flow-context.ts'
import type { Names } from './names.ts'
import { helpWith, meantIn } from './nearest.ts'
import { askedNames } from './read-entries.ts'
import { type MapReader, readMap } from './read-map.ts'
import { readName } from './read-scalar.ts'
import type { MapNode, Node } from './tree.ts'

/** The array that a step is asked for once per item. */
export interface Repeat {
  readonly array: string
  /** What one item is called. */
  readonly name: string
  readonly parts: ReadonlyMap<string, Field>
  /** The step asks for the whole item: it names no parts. */
  readonly implied: boolean
  /** The earlier list that it has one item for each item of. */
  readonly earlier?: Field
}

export const REPEAT_SHAPE = {
  what: '"repeat"',
  keys: ['array', 'for'],
  required: ['array', 'for'],
} as const

/** `repeat: array`; or a step whose only field is a list of items. */
export function readRepeat(map: MapReader, { names, reading }: FlowContext): Repeat | undefined {
  const node = map.get('repeat')
  if (!node) return impliedRepeat(map, names.fields)
  const { report } = reading
  if (node.is === 'map') return readPaired(node, map, names, reading)
  const field = repeatNamed(node, names, report)
  return field && repeatOf(field, isImplied(map))
}

/** `repeat: { array, for }`: one item for each item of an earlier list. */
function readPaired(
  node: MapNode,
  step: MapReader,
  names: Names,
  { report }: FlowContext['reading'],
): Repeat | undefined {
  const map = readMap(node, REPEAT_SHAPE, report)
  const array = map?.get('array')
  const other = map?.get('for')
  const field = array && repeatNamed(array, names, report)
  const earlier = other && repeatNamed(other, names, report)
  if (!field || !earlier || !other) return undefined
  if (field === earlier) {
    const message = `"${field.name}" cannot have one item for each of its own.`
    report(PROBLEMS.badRepeat, other, message, 'Name another list of items.')
    return undefined
  }
  for (const part of field.parts)
    if (earlier.parts.some((one) => one.name === part.name)) {
      const message = `"${part.name}" is the name of a part of "${field.name}" and of "${earlier.name}".`
      report(PROBLEMS.badRepeat, node, message, 'Give one of the two another name.')
    }
  return { ...repeatOf(field, isImplied(step)), earlier }
}

/** A step with words of its own and no fields is a page of words, here as elsewhere. */
function isImplied(map: MapReader): boolean {
  return !['fields', 'content', 'kind'].some((key) => map.has(key))
}

/** The list of items of a name; reported where there is none, or where its parts have names of the journey's. */
function repeatNamed(
  node: Node,
  names: Names,
  report: FlowContext['reading']['report'],
): Field | undefined {
  const name = readName(node, '"repeat"', report)
  if (name === undefined) return undefined
  const field = names.fields.get(name)
  if (field?.kind !== 'repeat') {
    if (!names.unreadable.has(name) || names.fields.has(name))
      reportNoRepeat(name, field, node, names.fields, report)
    return field ? undefined : listMeant(name, names)
  }
  for (const part of field.parts)
    if (names.fields.has(part.name))
      report(
        PROBLEMS.badRepeat,
        node,
        `"${part.name}" is the name of a part of "${name}" and of a field of the journey.`,
        'Give one of the two another name.',
      )
  return field
}

function listMeant(name: string, { fields }: Names): Field | undefined {
  const meant = meantIn(name, fields)
  return meant?.kind === 'repeat' ? meant : undefined
}

function reportNoRepeat(
  name: string,
  field: Field | undefined,
  node: Node,
  fields: ReadonlyMap<string, Field>,
  report: FlowContext['reading']['report'],
): void {
  const repeats = [...fields.values()].filter((one) => one.kind === 'repeat').map((one) => one.name)
  const help = helpWith(name, repeats, 'lists of items')
  if (field) report(PROBLEMS.badRepeat, node, `"${name}" is not a list of items.`, help)
  else report(PROBLEMS.unknownField, node, `There is no field "${name}".`, help)
}

function impliedRepeat(map: MapReader, fields: ReadonlyMap<string, Field>): Repeat | undefined {
  const list = map.get('fields')
  const [name, ...more] = askedNames(list?.is === 'list' ? list.items : [])
  const field = name === undefined ? undefined : fields.get(name)
  return field?.kind === 'repeat' && more.length === 0 ? repeatOf(field, true) : undefined
}

function repeatOf(field: Field, implied: boolean): Repeat {
  return {
    array: field.name,
    name: field.presentation.item ?? field.title,
    parts: new Map(field.parts.map((part) => [part.name, part])),
    implied,
  }
}

/** The names in a step whose repeat is not known: the parts of any may be meant. */
export function unknownRepeat(names: Names): Names {
  const parts = new Set<string>()
  for (const field of names.fields.values())
    if (field.kind === 'repeat') for (const part of field.parts) parts.add(part.name)
  const unreadable = { has: (name: string) => parts.has(name) || names.unreadable.has(name) }
  return { ...names, unreadable, engine: new Set([...names.engine, 'item.number']) }
}
