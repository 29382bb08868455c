import type { Next, Step } from '../../journey/journey.ts'
import { type Act, NOWHERE, nodeOf, OUT } from './graph.ts'
import { leaveTask } from './lay-out-tasks.ts'
import { type Layout, setOps } from './layout.ts'
import type { Op } from './moves.ts'
import { EVERY } from './sets.ts'
import { FIRST_ANSWER } from './variables.ts'

/** A list of targets: each entry takes what those before it leave over. */
export function addNext(
  next: Next,
  ops: readonly Op[],
  act: Act,
  node: number,
  layout: Layout,
): void {
  if (next.length === 0 && act.step.task) {
    leaveTask(act.step, ops, act, node, layout)
    return
  }
  const { formulas } = layout
  let left: readonly Op[] = ops
  for (const entry of next) {
    const holding = entry.when ? formulas.holding(entry.when, act.step) : EVERY
    const rest = { node, ops: left }
    const { step, skipped = false } = act
    layout.conditions.push({ node, ops, step, part: entry, key: 'when', holding, rest, skipped })
    addTarget(entry.to, [...left, { is: 'keep', states: holding }], act, node, layout)
    left = [...left, { is: 'keep', states: formulas.sets.not(holding) }]
  }
  if (next.every((entry) => entry.when)) {
    layout.gaps.push({ node, ops: left, step: act.step, next, act })
    if (act.part === 'item') addTarget('', left, act, node, layout)
    else layout.edges.push({ from: node, to: NOWHERE, ops: left, act })
  }
}

export function addTarget(
  to: string,
  ops: readonly Op[],
  act: Act,
  from: number,
  layout: Layout,
): void {
  const { journey } = layout.subject
  const index = journey.stepIndex.get(to)
  const target = index === undefined ? undefined : journey.steps[index]
  if (act.part === 'item' && target?.kind !== 'exit') {
    addWithin(target, ops, act, from, layout)
    return
  }
  const { task } = act.step
  const isOut =
    task && !task.steps.includes(to) && target?.kind !== 'exit' && target?.kind !== 'confirmation'
  if (isOut && !act.link) leaveTask(act.step, ops, act, from, layout)
  else if (to === '$return') layout.edges.push({ from, to: OUT, ops, act })
  else if (target)
    layout.edges.push({ from, to: nodeOf({ step: target, part: 'step' }, journey), ops, act })
}

/** In an item's turn: to a later step of the repeat, else to its list. */
function addWithin(
  target: Step | undefined,
  ops: readonly Op[],
  act: Act,
  from: number,
  layout: Layout,
): void {
  const { journey } = layout.subject
  const { step } = act
  const first = journey.steps.find((one) => one.id === step.repeatFirst)
  const isLater =
    target?.repeatFirst === step.repeatFirst &&
    (journey.stepIndex.get(target?.id ?? '') ?? 0) > (journey.stepIndex.get(step.id) ?? 0)
  if (isLater && target) {
    layout.edges.push({ from, to: nodeOf({ step: target, part: 'item' }, journey), ops, act })
    return
  }
  if (!first) return
  const counted = setOps(`answer:${step.repeat}`, FIRST_ANSWER, layout)
  layout.edges.push({
    from,
    to: nodeOf({ step: first, part: 'list' }, journey),
    ops: [...ops, ...counted],
    act,
  })
}
