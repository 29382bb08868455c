import type { Journey, Step } from '../journey/journey.ts'
import type { Marks } from '../journey/marks.ts'
import type { Spot } from '../journey/tree.ts'
import { type Edge, waysFrom } from './edges.ts'
import { isEnding, nextsOf, type Subject } from './subject.ts'

export type Edges = ReadonlyMap<string, readonly Edge[]>

/** The steps from which no ending can be reached, whatever is answered. */
export function lostIn({ journey, ...subject }: Subject): (step: Step) => boolean {
  const ends = new Set(['$return', ...journey.steps.filter(isEnding).map(({ id }) => id)])
  spread(ends, new Map(journey.steps.map((step) => [step.id, waysFrom(step, subject).edges])))
  return ({ id }) => !ends.has(id)
}

/** Adds all steps from which one of `ends` can be reached. */
export function spread(ends: Set<string>, edges: Edges): void {
  let before = -1
  while (before !== ends.size) {
    before = ends.size
    for (const [id, own] of edges) if (own.some(({ to }) => ends.has(to))) ends.add(id)
  }
}

/** The circle from where it is entered, and the target in it that leads back. */
export function placeOf(circle: readonly string[], journey: Journey, marks: Marks) {
  const order = (id: string) => journey.stepIndex.get(id) ?? 0
  const first = circle.indexOf([...circle].sort((a, b) => order(a) - order(b))[0] ?? '')
  const way = [...circle.slice(first), ...circle.slice(0, first)]
  const [start = ''] = way
  const last = journey.steps.find(({ id }) => id === way.at(-1))
  const at = last && (targetAt(last, start, marks) ?? marks.nameOf(last))
  return { at, words: [...way, start].join(' → ') }
}

/** Where a step names another as its target. */
function targetAt(step: Step, to: string, marks: Marks): Spot | undefined {
  const entry = nextsOf(step)
    .flat()
    .findLast((one) => one.to === to)
  const link = step.links.find((one) => 'to' in one && one.to === to)
  const part = entry ?? link
  return part && (marks.get(part, 'to') ?? marks.get(part))
}
