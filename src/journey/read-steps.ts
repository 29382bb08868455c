import { PROBLEMS } from './codes.ts'
import type { FlowContext } from './flow-context.ts'
import type { Step } from './journey.ts'
import { checkId } from './read-scalar.ts'
import { type Neighbours, readStep } from './read-step.ts'
import { type Node, type Pair, pairOf } from './tree.ts'

/** `steps`: in the order of the file. */
export function readSteps(node: Node | undefined, context: FlowContext): readonly Step[] {
  const { report } = context.reading
  if (!node) return []
  if (node.is !== 'map') {
    report(
      PROBLEMS.wrongType,
      node,
      'A map of steps by id was expected for "steps".',
      'Write "start:" and below it what the step has.',
    )
    return []
  }
  const steps: Step[] = []
  const repeated = new Map<string, string>()
  for (const pair of node.pairs) {
    checkId(pair.key, 'a step', pair.keyAt, report)
    const step = readStep(pair, neighboursOf(steps.at(-1)), context)
    steps.push(step)
    reportScattered(step, pair, repeated, context)
  }
  reportUnfilled(steps, context)
  if (steps.length === 0)
    report(PROBLEMS.wrongValue, node, 'This journey has no steps.', 'Add one.')
  return steps
}

/** What is only shown must come from somewhere: from a source, or from a step before that asks for it. */
function reportUnfilled(steps: readonly Step[], { reading }: FlowContext): void {
  const asked = new Set<string>()
  for (const { entries, prefill } of steps) {
    const fields = entries.flatMap((entry) => (entry.is === 'field' ? [entry] : []))
    for (const { field } of fields.filter(({ readOnly }) => !readOnly)) asked.add(field.name)
    const open = fields.filter(({ field: { name } }) => !(name in prefill) && !asked.has(name))
    for (const entry of open) if (entry.readOnly) reportShown(entry, reading)
  }
}

function reportShown(
  entry: Extract<Step['entries'][number], { is: 'field' }>,
  { marks, report }: FlowContext['reading'],
): void {
  const { name } = entry.field
  const at = marks.get(entry) ?? marks.nameOf(entry.field)
  const message = `"${name}" is only shown, and this step does not say what it is filled from.`
  const help = `Add "prefill: { ${name}: <source> }".`
  if (at) report(PROBLEMS.readOnlyUnfilled, at, message, help)
}

function neighboursOf(last: Step | undefined): Neighbours {
  const before =
    last?.repeat === undefined
      ? undefined
      : { array: last.repeat, first: last.repeatFirst ?? last.id }
  return { section: last?.section, before }
}

/** The steps of a repeat stand side by side. */
function reportScattered(
  step: Step,
  pair: Pair,
  repeated: Map<string, string>,
  { reading }: FlowContext,
): void {
  if (step.repeat === undefined || step.repeatFirst !== step.id) return
  const earlier = repeated.get(step.repeat)
  repeated.set(step.repeat, step.id)
  if (earlier === undefined) return
  const at = pairOf(pair.value, 'repeat')?.value ?? pair.keyAt
  const message = `"${step.repeat}" is asked from step "${earlier}" on already.`
  const help = `Put this step right behind the others that ask for "${step.repeat}".`
  reading.report(PROBLEMS.badRepeat, at, message, help)
}
