import type { Button, Journey, Step } from '../journey/journey.ts'
import type { Subject } from './subject.ts'

/** A way from one step to another, or out of the journey. */
export interface Edge {
  /** A step's id or `$return`. */
  readonly to: string
  /** The press that leads there has sent the answers. */
  readonly submits: boolean
}

export interface Ways {
  readonly edges: readonly Edge[]
  /** A press, or being skipped, leads nowhere. */
  readonly isOpen: boolean
}

/** All ways on from a step. */
export function waysFrom(step: Step, subject: Pick<Subject, 'contracts'>): Ways {
  const edges: Edge[] = []
  let isOpen = false
  const follow = (next: Step['next'], submits: boolean) => {
    edges.push(...next.map(({ to }) => ({ to, submits })))
    if (next.length === 0) isOpen = true
  }
  if (step.when && step.kind !== 'confirmation' && step.kind !== 'exit') follow(step.next, false)
  for (const button of step.buttons) followButton(button, step, subject, follow)
  for (const link of step.links) if ('to' in link) edges.push({ to: link.to, submits: false })
  for (const call of step.enter)
    for (const on of Object.values(call.on)) if (on.then === 'go') follow(on.next, false)
  // A list of a repeat leads on by itself.
  if (step.repeat !== undefined) follow(step.next, false)
  return { edges, isOpen }
}

function followButton(
  button: Button,
  step: Step,
  { contracts }: Pick<Subject, 'contracts'>,
  follow: (next: Step['next'], submits: boolean) => void,
): void {
  let submits = false
  let leadsOn = true
  for (const [index, call] of button.run.entries()) {
    const contract = contracts.get(call.action)
    const [first] = contract?.outcomes ?? []
    const isLast = index === button.run.length - 1
    for (const [outcome, on] of Object.entries(call.on)) {
      const isFirst = outcome === first
      if (isFirst && !isLast) continue
      if (isFirst) leadsOn = false
      if (on.then === 'go') follow(on.next, submits || (isFirst && contract?.submits === true))
    }
    submits ||= contract?.submits === true
  }
  if (leadsOn) follow(button.next ?? step.next, submits)
}

/** The steps that can be reached from the start, by id. */
export function reachable(
  journey: Journey,
  subject: Pick<Subject, 'contracts'>,
): ReadonlySet<string> {
  const seen = new Set<string>()
  const rest = [journey.start]
  while (rest.length > 0) {
    const id = rest.pop() ?? ''
    const index = journey.stepIndex.get(id)
    const step = index === undefined ? undefined : journey.steps[index]
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
