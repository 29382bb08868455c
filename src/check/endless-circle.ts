import type { Step } from '../journey/journey.ts'
import { lostIn, placeOf } from './circles.ts'
import { escapesOf } from './paths/escapes.ts'
import type { Edge } from './paths/graph.ts'
import { after } from './paths/moves.ts'
import { pathsOf } from './paths/paths.ts'
import { NONE, type StateSet } from './paths/sets.ts'
import type { Check, Subject } from './subject.ts'

const ENDLESS = { code: 'FP0819', severity: 'error' } as const

/** A circle that some answers never leave: none of its steps asks for them again. */
export const checkCircleAnswers: Check = (subject) => {
  const { explored, formulas } = pathsOf(subject)
  const { sets } = formulas
  const escapes = escapesOf(subject.journey, explored, formulas)
  const held = (node: number) => sets.and(explored.at(node), sets.not(escapes(node)))
  const round = explored.edges.filter(({ from, to, ops }) => {
    const before = to < 0 ? NONE : held(from)
    return before !== NONE && sets.and(after(before, ops, sets), held(to)) !== NONE
  })
  // Of those that nobody leaves, whatever the answers, the flow alone has told.
  const isLost = lostIn(subject)
  const told = new Set<number>()
  for (const node of new Set(round.map(({ from }) => from))) {
    const circle = told.has(node) ? [] : wayRound(node, round)
    if (circle.length === 0 || circle.some(({ from }) => told.has(from))) continue
    for (const { from } of circle) told.add(from)
    const seen = circle.filter(({ act }) => !act.skipped)
    const steps = [...new Set(seen.map(({ act }) => act.step))]
    const [first] = seen
    if (first && !steps.some((step) => step.tasks || step.task || isLost(step)))
      tell(steps, sets.not(escapes(first.from)), subject)
  }
}

function tell(steps: readonly Step[], states: StateSet, subject: Subject): void {
  const { graph, wayTo } = pathsOf(subject)
  const [first] = steps
  const site = first && graph.shown.get(first)
  const way = site && wayTo(site, states, first)
  const ids = steps.map(({ id }) => id)
  const { at, words } = placeOf(ids, subject.journey, subject.marks)
  // What cannot be played is no proof.
  if (!way?.isCertain || !at) return
  const whose = way.witness.words
  const message = `Who goes round here can never leave it when ${whose}: ${words}.`
  const help =
    'Let one of these steps ask again for what holds people there, or lead on whatever it is.'
  subject.report(ENDLESS, at, message, help, way.witness)
}

/** The edges of the shortest way from a node back to it; none where there is none. */
function wayRound(node: number, edges: readonly Edge[]): readonly Edge[] {
  const by = new Map<number, Edge>()
  const rest = [node]
  for (let one = rest.shift(); one !== undefined; one = rest.shift())
    for (const edge of edges) {
      if (edge.from !== one || by.has(edge.to)) continue
      by.set(edge.to, edge)
      rest.push(edge.to)
    }
  const way: Edge[] = []
  for (let edge = by.get(node); edge; edge = edge.from === node ? undefined : by.get(edge.from))
    way.unshift(edge)
  return way
}
