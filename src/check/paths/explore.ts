import type { Journey } from '../../journey/journey.ts'
import { withForgetting } from './forgetting.ts'
import type { Formulas } from './formulas.ts'
import { type Edge, type Graph, nodeOf } from './graph.ts'
import { after } from './moves.ts'
import { NONE, type StateSet } from './sets.ts'
import { NOT_ASKED } from './variables.ts'

/** What is known wherever a journey can lead. */
export interface Explored {
  /** All states in which a node is entered. */
  at(node: number): StateSet
  /** The first round in which one of some states is entered, and all that are entered then. */
  firstAt(node: number, states: StateSet): Entered | undefined
  /** The edges into a node, with what is forgotten on the way. */
  into(node: number): readonly Edge[]
  /** All of them. */
  readonly edges: readonly Edge[]
  readonly start: number
  /** States that are possible at the start. */
  readonly first: StateSet
}

/** The states in which a node is entered in a round. */
export interface Entered {
  readonly round: number
  readonly states: StateSet
}

/** Follows all ways at once, in rounds: what was entered in one leads on in the next, until nothing new comes. */
export function explore(
  journey: Journey,
  graph: Graph,
  formulas: Formulas,
  never: ReadonlySet<string>,
): Explored {
  const { sets } = formulas
  const edges = withForgetting(graph, formulas)
  const out = groupBy(edges, ({ from }) => from)
  const entered = new Map<number, Entered[]>()
  const total = new Map<number, StateSet>()
  const first = firstStates(formulas, never)
  const start = nodeOf({ step: startOf(journey), part: 'step' }, journey)
  let front = new Map<number, StateSet>([[start, first]])
  for (let round = 0; front.size > 0; round++) {
    for (const [node, states] of front) {
      total.set(node, sets.or(total.get(node) ?? NONE, states))
      const list = entered.get(node) ?? []
      list.push({ round, states })
      entered.set(node, list)
    }
    front = nextFront(front, out, total, formulas)
  }
  const into = groupBy(edges, ({ to }) => to)
  return {
    start,
    first,
    edges,
    at: (node) => total.get(node) ?? NONE,
    into: (node) => into.get(node) ?? [],
    firstAt: (node, states) => entered.get(node)?.find((one) => sets.meet(one.states, states)),
  }
}

function startOf({ steps, start }: Journey) {
  const step = steps.find(({ id }) => id === start) ?? steps[0]
  if (!step) throw new Error('a journey has a step')
  return step
}

function nextFront(
  front: ReadonlyMap<number, StateSet>,
  out: ReadonlyMap<number, readonly Edge[]>,
  total: Map<number, StateSet>,
  { sets }: Formulas,
): Map<number, StateSet> {
  const next = new Map<number, StateSet>()
  for (const [node, states] of front)
    for (const edge of out.get(node) ?? []) {
      if (edge.to < 0) continue
      const led = after(states, edge.ops, sets)
      const fresh = sets.minus(led, total.get(edge.to) ?? NONE)
      if (fresh !== NONE) next.set(edge.to, sets.or(next.get(edge.to) ?? NONE, led))
    }
  return next
}

/** Nothing is answered, nothing has happened; facts may hold, but for those that nothing gives. */
function firstStates({ sets, variables }: Formulas, never: ReadonlySet<string>): StateSet {
  return variables.reduce((states, { is, index, name }) => {
    const isOpen =
      is === 'source' || is === 'test' || is === 'open' || (is === 'fact' && !never.has(name))
    return isOpen ? states : sets.and(states, sets.where(index, [NOT_ASKED]))
  }, 1)
}

function groupBy(
  edges: readonly Edge[],
  keyOf: (edge: Edge) => number,
): ReadonlyMap<number, readonly Edge[]> {
  const groups = new Map<number, Edge[]>()
  for (const edge of edges) {
    const group = groups.get(keyOf(edge)) ?? []
    group.push(edge)
    groups.set(keyOf(edge), group)
  }
  return groups
}
