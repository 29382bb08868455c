import type { Field } from '../fields/field.ts'
import { PROBLEMS } from './codes.ts'
import type { Computed, Operand } from './condition.ts'
import type { FlowContext } from './flow-context.ts'
import { type Names, reportUnasked, resolveName } from './names.ts'
import { readMap } from './read-map.ts'
import { checkName } from './read-properties.ts'
import { readName } from './read-scalar.ts'
import { answerType } from './test-keywords.ts'
import type { Node, Pair, ScalarNode } from './tree.ts'

export const OPERATIONS = ['sum', 'minus', 'times', 'count'] as const
type Operation = (typeof OPERATIONS)[number]

/** Each name of `values:` as the field that it would be, so that conditions and words may name it. */
export function valueFields(values: Node | undefined): ReadonlyMap<string, Field> {
  const names = values?.is === 'map' ? values.pairs.map((pair) => pair.key) : []
  return new Map(names.map((name) => [name, numberField(name)]))
}

function numberField(name: string): Field {
  return {
    name,
    kind: 'number',
    title: name,
    required: true,
    secret: false,
    readOnly: false,
    examples: [],
    options: [],
    errorMessages: {},
    presentation: {},
    schema: { type: 'number' },
    parts: [],
  }
}

/** `values:`: numbers that are made of answers, and of each other without circles. */
export function readValues(
  node: Node | undefined,
  context: FlowContext,
): Readonly<Record<string, Computed>> {
  const { report } = context.reading
  if (!node) return {}
  if (node.is !== 'map') {
    const help = 'Write { total: { sum: [a, b] } }.'
    report(PROBLEMS.wrongType, node, 'A map of numbers by name was expected for "values".', help)
    return {}
  }
  const entries = node.pairs.flatMap((pair) => {
    checkValueName(pair, context)
    const computed = readComputed(pair.value, `the value "${pair.key}"`, context)
    return computed ? [[pair.key, computed] as const] : []
  })
  const values = Object.fromEntries(entries)
  for (const pair of node.pairs) reportCircle(pair, values, context)
  return values
}

function checkValueName(pair: Pair, { names, reading }: FlowContext): void {
  const { key, keyAt } = pair
  checkName(pair, reading)
  const repeat = [...names.fields.values()].find(
    (field) => field.kind === 'repeat' && field.parts.some((part) => part.name === key),
  )
  const taken = names.fields.has(key) ? 'a field' : repeat && `a part of "${repeat.name}"`
  const isOurs = names.engine.has(key) || key === 'account'
  if (taken === undefined && !isOurs) return
  const message = `"${key}" is the name of ${taken ?? 'something of the engine'} already.`
  reading.report(PROBLEMS.badValue, keyAt, message, 'Give the value another name.')
}

function readComputed(node: Node, what: string, context: FlowContext): Computed | undefined {
  const { report } = context.reading
  const map = readMap(node, { what, keys: OPERATIONS }, report)
  const written = OPERATIONS.filter((key) => map?.has(key))
  const [by, second] = written
  if (!map) return undefined
  if (!by) {
    const help = `Write one of: ${OPERATIONS.join(', ')}.`
    if (map.node.pairs.length === 0)
      report(PROBLEMS.missingKey, node, `Nothing is said of ${what}.`, help)
    return undefined
  }
  if (second) {
    const message = `"${by}" and "${second}" stand side by side.`
    report(PROBLEMS.keysExclude, map.keyAt(second), message, 'Make two values of it.')
  }
  return { by, of: readOperands(map.get(by), by, context) }
}

function readOperands(node: Node | undefined, by: Operation, context: FlowContext): Computed['of'] {
  if (!node) return []
  const items = node.is === 'list' ? node.items : [node]
  if (items.length === 0)
    context.reading.report(PROBLEMS.wrongValue, node, `There is nothing to ${VERBS[by]} here.`)
  return items.flatMap((item) => readOperand(item, by, context) ?? [])
}

const VERBS = { sum: 'add', minus: 'take away', times: 'multiply', count: 'count' } as const

function readOperand(
  node: Node,
  by: Operation,
  context: FlowContext,
): Operand | Computed | undefined {
  if (node.is === 'map') return readComputed(node, 'this number', context)
  if (node.is === 'scalar' && typeof node.value === 'number')
    return { from: 'literal', value: node.value }
  return readNamed(node, by, context)
}

function readNamed(node: Node, by: Operation, context: FlowContext): Operand | undefined {
  const { names } = context
  const { report } = context.reading
  const name = readName(node, 'a field', report)?.replace(/^\$/u, '')
  if (name === undefined) return undefined
  const found = resolveName(name, names, 'condition')
  if ('problem' in found) {
    report(found.problem, node, found.message, partHelp(name, names) ?? found.help)
    return undefined
  }
  reportUnasked(found.operand, node, names, report)
  const wrong = wrongOperand(name, found.field, by)
  if (wrong) report(PROBLEMS.badValue, node, wrong, 'Name a field that holds a number.')
  return found.operand
}

function partHelp(name: string, names: Names): string | undefined {
  const repeat = [...names.fields.values()].find(
    (field) => field.kind === 'repeat' && field.parts.some((part) => part.name === name),
  )
  return repeat && `Write "${repeat.name}.${name}": it is asked for each item.`
}

function wrongOperand(name: string, field: Field | undefined, by: Operation): string | undefined {
  if (!field) return undefined
  if (field.secret) return `"${name}" is a secret, and cannot be a part of a value.`
  if (by === 'count' || answerType(field) === 'number') return undefined
  return `"${name}" is not a number, and there is nothing to ${VERBS[by]}.`
}

/** A value that is made of itself: reported where it names the one that leads back. */
function reportCircle(
  { key, value }: Pair,
  values: Readonly<Record<string, Computed>>,
  { names, reading }: FlowContext,
): void {
  for (const at of namesIn(value)) {
    const name = String(at.value).replace(/^\$/u, '')
    if (names.fields.has(name) || !reaches(name, key, values, new Set())) continue
    const message = `"${key}" is made of itself.`
    reading.report(PROBLEMS.badValue, at, message, 'Take one of the names out of the circle.')
  }
}

function namesIn(node: Node): readonly ScalarNode[] {
  if (node.is === 'scalar') return typeof node.value === 'string' ? [node] : []
  return (node.is === 'list' ? node.items : node.pairs.map((pair) => pair.value)).flatMap(namesIn)
}

function reaches(
  from: string,
  to: string,
  values: Readonly<Record<string, Computed>>,
  seen: Set<string>,
): boolean {
  if (from === to) return true
  if (seen.has(from)) return false
  seen.add(from)
  return keysIn(values[from]).some((key) => reaches(key, to, values, seen))
}

function keysIn(computed: Computed | undefined): readonly string[] {
  return (computed?.of ?? []).flatMap((one) => {
    if ('by' in one) return keysIn(one)
    return one.from === 'value' ? [one.key] : []
  })
}
