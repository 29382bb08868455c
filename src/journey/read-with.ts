import { PROBLEMS } from './codes.ts'
import type { Value } from './condition.ts'
import type { StepContext } from './flow-context.ts'
import { reportUnasked, resolveName } from './names.ts'
import { jsonOf, type MapNode, type Node, type ScalarNode } from './tree.ts'

/** `with`: inputs by name; literals, `$field`, `$source`, maps and lists of them. */
export function readWith(
  node: Node | undefined,
  context: StepContext,
): Readonly<Record<string, Value>> {
  if (!node) return {}
  if (node.is === 'map') return readEntries(node, context)
  context.reading.report(
    PROBLEMS.wrongType,
    node,
    'A map of inputs was expected for "with".',
    'Write { input: $field }.',
  )
  return {}
}

function readEntries(node: MapNode, context: StepContext): Readonly<Record<string, Value>> {
  return Object.fromEntries(node.pairs.map(({ key, value }) => [key, readValue(value, context)]))
}

function readValue(node: Node, context: StepContext): Value {
  const value = plainValue(node, context)
  context.reading.marks.set(value, node)
  return value
}

function plainValue(node: Node, context: StepContext): Value {
  if (node.is === 'map') return { from: 'map', entries: readEntries(node, context) }
  if (node.is === 'list')
    return { from: 'list', items: node.items.map((item) => readValue(item, context)) }
  if (node.absent) {
    const help = 'Write a value, or leave the input out. Words with commas need quotes.'
    context.reading.report(PROBLEMS.wrongValue, node, 'There is no value here.', help)
  }
  const name =
    typeof node.value === 'string' && /^\$\S/u.test(node.value) ? node.value.slice(1) : undefined
  return name === undefined
    ? { from: 'literal', value: jsonOf(node) }
    : readNamed(name, node, context)
}

function readNamed(name: string, node: ScalarNode, context: StepContext): Value {
  const { report } = context.reading
  const found = resolveName(name, context.names, 'with')
  if ('problem' in found) {
    report(found.problem, node, found.message, found.help)
    return { from: 'literal', value: null }
  }
  const { field, operand } = found
  reportUnasked(operand, node, context.names, report)
  if (field?.secret && !context.secrets.has(field.name)) {
    const help = 'A secret is held for the press of the step that asks for it, and nowhere else.'
    report(
      PROBLEMS.secretAway,
      node,
      `"${name}" is a secret that this step does not ask for.`,
      help,
    )
  }
  return { ...operand }
}
