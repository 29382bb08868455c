import { waysFrom } from './edges.ts'
import type { Check } from './subject.ts'

const NO_WAY_ON = { code: 'FP0802', severity: 'error' } as const
const NO_ENDING = { code: 'FP0803', severity: 'error' } as const

/** A step that ends in nothing, though it is no ending; and steps from which no ending can be reached. */
export const checkWayOn: Check = ({ journey, marks, report, ...subject }) => {
  const ends = new Set<string>(['$return'])
  for (const step of journey.steps)
    if (step.kind === 'confirmation' || step.kind === 'exit') ends.add(step.id)
  const ways = new Map(journey.steps.map((step) => [step.id, waysFrom(step, subject)]))
  for (const step of journey.steps) {
    const at = marks.nameOf(step)
    if (ends.has(step.id) || !at || !ways.get(step.id)?.isOpen) continue
    const help =
      'Add "next", or make it an ending: "kind: confirmation", "kind: exit", or "next: $return".'
    report(NO_WAY_ON, at, `Nothing follows the step "${step.id}", and it is no ending.`, help)
    ends.add(step.id)
  }
  spread(ends, ways)
  for (const step of journey.steps) {
    const at = marks.nameOf(step)
    if (ends.has(step.id) || !at) continue
    report(
      NO_ENDING,
      at,
      `No ending can be reached from the step "${step.id}".`,
      'Let one of the steps that follow lead to an ending.',
    )
  }
}

/** Adds all steps from which one of `ends` can be reached. */
function spread(
  ends: Set<string>,
  ways: ReadonlyMap<string, { readonly edges: readonly { readonly to: string }[] }>,
): void {
  let before = -1
  while (before !== ends.size) {
    before = ends.size
    for (const [id, { edges }] of ways) if (edges.some(({ to }) => ends.has(to))) ends.add(id)
  }
}
