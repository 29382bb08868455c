import type { Step } from '../journey/journey.ts'
import type { Marks } from '../journey/marks.ts'
import type { Report } from '../journey/problem.ts'
import { type Edges, placeOf, spread } from './circles.ts'
import { waysFrom } from './edges.ts'
import { type Check, isEnding } from './subject.ts'

const NO_WAY_ON = { code: 'FP0802', severity: 'error' } as const
const NO_ENDING = { code: 'FP0803', severity: 'error' } as const

/** A step that ends in nothing, though it is no ending; circles without a way out; and steps that lead only into them. */
export const checkWayOn: Check = ({ journey, marks, report, ...subject }) => {
  const ends = new Set<string>(['$return'])
  for (const step of journey.steps) if (isEnding(step)) ends.add(step.id)
  const ways = new Map(journey.steps.map((step) => [step.id, waysFrom(step, subject)]))
  for (const step of journey.steps) {
    const at = marks.nameOf(step)
    if (ends.has(step.id) || !at || !ways.get(step.id)?.isOpen) continue
    const help =
      'Add "next", or make it an ending: "kind: confirmation", "kind: exit", or "next: $return".'
    report(NO_WAY_ON, at, `Nothing follows the step "${step.id}", and it is no ending.`, help)
    ends.add(step.id)
  }
  const edges: Edges = new Map([...ways].map(([id, way]) => [id, way.edges]))
  spread(ends, edges)
  const lost = journey.steps.filter(({ id }) => !ends.has(id))
  const circles = circlesOf(lost, edges)
  for (const circle of circles) {
    const { at, words } = placeOf(circle, journey, marks)
    const message = `These steps lead round in a circle without a way out: ${words}.`
    const help = 'Let one of them lead to an ending, or to a step from which one can be reached.'
    if (at) report(NO_ENDING, at, message, help)
  }
  // Steps that lead into a circle get out as soon as it does.
  if (circles.length === 0) reportLost(lost, marks, report)
}

function reportLost(lost: readonly Step[], marks: Marks, report: Report): void {
  const help = 'Let one of the steps that follow lead to an ending.'
  for (const step of lost) {
    const at = marks.nameOf(step)
    if (at) report(NO_ENDING, at, `No ending can be reached from the step "${step.id}".`, help)
  }
}

/** The shortest circle through each step from which only steps of that circle can be reached; each once. */
function circlesOf(lost: readonly Step[], edges: Edges): readonly (readonly string[])[] {
  const circles: (readonly string[])[] = []
  for (const { id } of lost) {
    if (circles.some((circle) => circle.includes(id))) continue
    const circle = wayBack(id, edges)
    const isLast = reached(id, edges).every((other) => reached(other, edges).includes(id))
    const isKnown = circles.some(([first = '']) => reached(first, edges).includes(id))
    if (circle && isLast && !isKnown) circles.push(circle)
  }
  return circles
}

function reached(id: string, edges: Edges): readonly string[] {
  const seen = new Set<string>()
  const rest = [id]
  for (let one = rest.pop(); one !== undefined; one = rest.pop())
    for (const { to } of edges.get(one) ?? [])
      if (!seen.has(to)) {
        seen.add(to)
        rest.push(to)
      }
  return [...seen]
}

/** The steps of the shortest way from a step back to itself. */
function wayBack(id: string, edges: Edges): readonly string[] | undefined {
  const from = new Map<string, string>()
  const rest = [id]
  for (let one = rest.shift(); one !== undefined; one = rest.shift())
    for (const { to } of edges.get(one) ?? []) {
      if (from.has(to)) continue
      from.set(to, one)
      rest.push(to)
      if (to === id) return told(id, from)
    }
  return undefined
}

function told(id: string, from: ReadonlyMap<string, string>): readonly string[] {
  const way = [id]
  for (let one = from.get(id); one !== undefined && one !== id; one = from.get(one))
    way.splice(1, 0, one)
  return way
}
