import type { ActionContract } from '../journey/contract.ts'
import type { ActionCall, Button, Journey, Next, Step } from '../journey/journey.ts'
import type { Subject } from './subject.ts'

type Contracts = Pick<Subject, 'contracts'>

/** A way from one step to another, or out of the journey. */
export interface Edge {
  /** A step's id or `$return`. */
  readonly to: string
  /** The press that leads there has sent the answers. */
  readonly submits: boolean
}

/** Targets that a press may lead to; none of them where it leads nowhere. */
interface Way {
  readonly next: Next
  readonly submits: boolean
}

export interface Ways {
  readonly edges: readonly Edge[]
  /** A press, or being skipped, leads nowhere. */
  readonly isOpen: boolean
}

/** All ways on from a step. */
export function waysFrom(step: Step, subject: Contracts): Ways {
  // A step that is skipped, and the list of a repeat, lead on by themselves.
  const byItself = step.when || step.repeat !== undefined
  const ways: readonly Way[] = [
    ...(byItself ? [{ next: step.next, submits: false }] : []),
    ...step.buttons.flatMap((button) => waysOfButton(button, step, subject)),
    ...step.links.flatMap((link) =>
      'to' in link ? [{ next: [{ to: link.to }], submits: false }] : [],
    ),
    ...step.enter.flatMap((call) => targetsOf(call, []).map((next) => ({ next, submits: false }))),
  ]
  if (step.task || step.tasks) return taskWays(step, ways)
  return {
    edges: ways.flatMap(({ next, submits }) => next.map(({ to }) => ({ to, submits }))),
    isOpen: ways.some(({ next }) => next.length === 0),
  }
}

/** A task list leads to its sections too; what leads out of a section leads to the list. */
function taskWays({ task, tasks = [] }: Step, ways: readonly Way[]): Ways {
  const edges = ways.flatMap(({ next, submits }) => next.map(({ to }) => ({ to, submits })))
  const own = tasks.flatMap(({ steps }) => steps.slice(0, 1)).map((to) => ({ to, submits: false }))
  const back = task ? [{ to: task.list, submits: edges.some(({ submits }) => submits) }] : []
  return {
    edges: [...edges, ...own, ...back],
    isOpen: !task && ways.some(({ next }) => next.length === 0),
  }
}

function waysOfButton(button: Button, step: Step, { contracts }: Contracts): readonly Way[] {
  const last = button.run.at(-1)
  const found = button.run.map((call) => contracts.get(call.action))
  const sends = (contract: ActionContract | undefined) => contract?.submits === true
  const aside = button.run.flatMap((call, index) => {
    const submits = found.slice(0, index).some(sends)
    return targetsOf(call, firstOf(found[index])).map((next) => ({ next, submits }))
  })
  const on = last && firstOf(found.at(-1)).map((outcome) => last.on[outcome])[0]
  // An error or a notice is the end of the press: the page stays.
  if (on && on.then !== 'go') return aside
  const next = on?.next ?? button.next ?? step.next
  return [...aside, { next, submits: found.some(sends) }]
}

function firstOf(contract: ActionContract | undefined): readonly string[] {
  return contract ? [contract.outcomes[0]] : []
}

/** Targets of outcomes, but for some. */
function targetsOf(call: ActionCall, but: readonly string[]): readonly Next[] {
  return Object.entries(call.on).flatMap(([outcome, on]) =>
    on.then === 'go' && !but.includes(outcome) ? [on.next] : [],
  )
}

export function stepNamed(id: string, { steps, stepIndex }: Journey): Step | undefined {
  const index = stepIndex.get(id)
  return index === undefined ? undefined : steps[index]
}

/** The steps that can be reached from the start, by id. */
export function reachable(journey: Journey, subject: Contracts): ReadonlySet<string> {
  const seen = new Set<string>()
  const rest = [journey.start]
  while (rest.length > 0) {
    const id = rest.pop() ?? ''
    const step = stepNamed(id, journey)
    if (!step || seen.has(id)) continue
    seen.add(id)
    for (const edge of waysFrom(step, subject).edges) rest.push(edge.to)
  }
  return seen
}

/** A problem is not reported over a flow whose targets are not all known: it may be no problem. */
export function isWhole(journey: Journey): boolean {
  return journey.steps.every((step) =>
    [step.next, ...step.buttons.map((button) => button.next ?? [])]
      .flat()
      .every(({ to }) => to !== '?'),
  )
}
