import type { Step, Task } from '../../journey/journey.ts'
import { type Act, nodeOf } from './graph.ts'
import type { Layout } from './layout.ts'
import type { Op } from './moves.ts'

/**
 * Into a section of a task list. Answers are seen as if the sections were gone through one after the other, in the order in
 * which they are walked; once the last is done the list goes on by its own buttons.
 */
export function enterTask(
  list: Step,
  index: number,
  ops: readonly Op[],
  act: Act,
  from: number,
  layout: Layout,
): void {
  const { formulas, subject } = layout
  let left = ops
  for (const { steps, when } of inOrder(list.tasks ?? []).slice(index)) {
    const first = subject.journey.steps.find(({ id }) => id === steps[0])
    if (!first) continue
    const holding = when && formulas.holding(when, list)
    const isAsked: readonly Op[] = holding ? [{ is: 'keep', states: holding }] : []
    const to = nodeOf({ step: first, part: 'step' }, subject.journey)
    layout.edges.push({ from, to, ops: [...left, ...isAsked], act })
    if (!holding) return
    left = [...left, { is: 'keep', states: formulas.sets.not(holding) }]
  }
  const done = nodeOf({ step: list, part: 'list' }, subject.journey)
  layout.edges.push({ from, to: done, ops: left, act })
}

/** Out of a section: into the next one. */
export function leaveTask(
  step: Step,
  ops: readonly Op[],
  act: Act,
  from: number,
  layout: Layout,
): void {
  const list = layout.subject.journey.steps.find(({ id }) => id === step.task?.list)
  if (!list) return
  const at = inOrder(list.tasks ?? []).findIndex(({ steps }) => steps.includes(step.id))
  enterTask(list, at + 1, ops, act, from, layout)
}

/** What a section waits for comes before it; other journeys are no steps of this one. */
function inOrder(tasks: readonly Task[]): readonly Task[] {
  const sorted: Task[] = []
  let rest = tasks.filter(({ steps }) => steps.length > 0)
  while (rest.length > 0) {
    const next =
      rest.find(({ after }) => !rest.some(({ section }) => after.includes(section ?? ''))) ??
      rest[0]
    if (next) sorted.push(next)
    rest = rest.filter((task) => task !== next)
  }
  return sorted
}
