import { stepOf } from '../../flow/place.ts'
import type { Condition } from '../../journey/condition.ts'
import type { Journey, Next, Step } from '../../journey/journey.ts'
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
    const { step, skipped = false } = act
    const rest = { node, ops: left, skipped }
    layout.conditions.push({ node, ops, step, part: entry, key: 'when', holding, rest, skipped })
    addEntry(entry, [...left, { is: 'keep', states: holding }], act, node, layout)
    left = [...left, { is: 'keep', states: formulas.sets.not(holding) }]
  }
  if (next.every((entry) => entry.when)) {
    const { step, skipped = false } = act
    layout.gaps.push({ node, ops: left, step, next, act, skipped })
    if (act.part === 'item') addTarget('', left, act, node, layout)
    else layout.edges.push({ from: node, to: NOWHERE, ops: left, act })
  }
}

/** What follows a repeat of its own accord follows its list. */
function addEntry(
  { to, follows }: Next[number],
  ops: readonly Op[],
  act: Act,
  from: number,
  layout: Layout,
): void {
  if (follows && act.part === 'item')
    addWithin(stepOf(layout.subject.journey, to), ops, act, from, layout)
  else addTarget(to, ops, act, from, layout)
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
  const isWithin = act.part === 'item' || act.step.task !== undefined
  if (isWithin && target?.kind === 'exit' && target.when && target.next.length > 0) {
    addPastExit(target, target.when, ops, act, from, layout)
    return
  }
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

/** Out of a section or an item's turn: whom the exit step is not shown to stays within. */
function addPastExit(
  exit: Step,
  when: Condition,
  ops: readonly Op[],
  act: Act,
  from: number,
  layout: Layout,
): void {
  const { formulas, subject } = layout
  const holding = formulas.holding(when, exit)
  layout.conditions.push({ node: from, ops, step: exit, part: exit, key: 'when', holding })
  const to = nodeOf({ step: exit, part: 'step' }, subject.journey)
  layout.edges.push({ from, to, ops: [...ops, { is: 'keep', states: holding }], act })
  let left: readonly Op[] = [...ops, { is: 'keep', states: formulas.sets.not(holding) }]
  for (const entry of exit.next) {
    const taken = entry.when ? formulas.holding(entry.when, exit) : EVERY
    // Of two that lead to each other the first is enough.
    if (entry.to !== exit.id && !isBefore(entry.to, exit, subject.journey))
      addTarget(entry.to, [...left, { is: 'keep', states: taken }], act, from, layout)
    left = [...left, { is: 'keep', states: formulas.sets.not(taken) }]
  }
}

function isBefore(to: string, { id }: Step, { steps, stepIndex }: Journey): boolean {
  const index = stepIndex.get(to) ?? steps.length
  return steps[index]?.kind === 'exit' && index < (stepIndex.get(id) ?? 0)
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
