import type { Formulas } from './formulas.ts'
import type { Edge, Graph } from './graph.ts'
import type { Op } from './moves.ts'

/** The edges of a graph; what no later page asks about is forgotten on the way there. */
export function withForgetting(graph: Graph, formulas: Formulas): readonly Edge[] {
  const needed = neededAt(graph, formulas)
  const all = formulas.variables.map(({ index }) => index)
  // What was not worked out says nothing of another page.
  const isOpen = (index: number) => formulas.variables[index]?.is === 'open'
  const gone = new Map<number, ReadonlySet<number>>()
  return graph.edges.map((edge) => {
    const kept = needed.get(edge.to)
    const isGone = (index: number) => isOpen(index) || !kept?.has(index)
    const variables = gone.get(edge.to) ?? new Set(edge.to < 0 ? [] : all.filter(isGone))
    gone.set(edge.to, variables)
    return { ...edge, ops: [...edge.ops, { is: 'forget', variables }] }
  })
}

type Needed = Map<number, Set<number>>

/** The variables that a node, or one behind it, asks about. */
function neededAt(graph: Graph, formulas: Formulas): Needed {
  const needed: Needed = new Map()
  for (const { from, ops } of graph.edges)
    for (const op of ops) add(needed, from, readBy(op, formulas))
  for (const { node, holding } of graph.conditions)
    add(needed, node, formulas.sets.variablesOf(holding))
  for (const { node, variables } of graph.reads) add(needed, node, variables)
  // Most ways lead on: from the last page to the first, few rounds are enough.
  const backwards = graph.edges.toReversed()
  for (let size = -1; size !== sizeOf(needed); ) {
    size = sizeOf(needed)
    for (const { from, to } of backwards) add(needed, from, needed.get(to) ?? [])
  }
  return needed
}

function readBy(op: Op, { sets }: Formulas): Iterable<number> {
  if (op.is === 'keep') return sets.variablesOf(op.states)
  return op.is === 'ask' || op.is === 'lapse' ? sets.variablesOf(op.when) : []
}

function add(needed: Needed, node: number, variables: Iterable<number>): void {
  const known = needed.get(node) ?? new Set()
  for (const variable of variables) known.add(variable)
  needed.set(node, known)
}

function sizeOf(needed: Needed): number {
  return [...needed.values()].reduce((sum, { size }) => sum + size, 0)
}
