import { PROBLEMS } from './codes.ts'
import type { FlowContext } from './flow-context.ts'
import type { Step } from './journey.ts'
import { checkId } from './read-scalar.ts'
import { type Neighbours, readStep } from './read-step.ts'
import type { Node } from './tree.ts'

/** `steps`: in the order of the file. */
export function readSteps(node: Node | undefined, context: FlowContext): readonly Step[] {
  const { report, marks } = context.reading
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
  for (const [index, pair] of node.pairs.entries()) {
    checkId(pair.key, 'a step', pair.keyAt, report)
    const last = steps.at(-1)
    const neighbours: Neighbours = {
      following: node.pairs[index + 1]?.key,
      section: last?.section,
      before:
        last?.repeat === undefined
          ? undefined
          : { array: last.repeat, first: last.repeatFirst ?? last.id },
    }
    const step = readStep(pair, neighbours, context)
    steps.push(step)
    if (step.repeat === undefined || step.repeatFirst !== step.id) continue
    const earlier = repeated.get(step.repeat)
    const help = `Put it right behind the other steps that ask for "${step.repeat}".`
    if (earlier)
      report(
        PROBLEMS.badRepeat,
        marks.get(step, 'repeat') ?? pair.keyAt,
        `"${step.repeat}" is asked from step "${earlier}" on already.`,
        help,
      )
    repeated.set(step.repeat, step.id)
  }
  if (steps.length === 0)
    report(PROBLEMS.wrongValue, node, 'This journey has no steps.', 'Add one.')
  return steps
}
