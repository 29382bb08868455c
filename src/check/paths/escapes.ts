import type { Journey } from '../../journey/journey.ts'
import { isEnding } from '../subject.ts'
import type { Explored } from './explore.ts'
import type { Formulas } from './formulas.ts'
import { type Edge, nodeOf } from './graph.ts'
import { before, type Op, withinRoom } from './moves.ts'
import { EVERY, NONE, type Sets, type StateSet } from './sets.ts'

/**
 * The states of each node from which some way leads to an ending: whoever comes to a question again may answer otherwise,
 * facts and sources may change, and whatever is too large to work out counts as a way. A gap is told of elsewhere, and
 * counts as one too.
 */
export function escapesOf(
  journey: Journey,
  explored: Explored,
  formulas: Formulas,
): (node: number) => StateSet {
  const { sets } = formulas
  const escapes = new Map<number, StateSet>()
  const fleeting = new Set(
    formulas.variables.filter(({ is }) => is !== 'answer').map(({ index }) => index),
  )
  const at = (node: number) => (node < 0 ? EVERY : (escapes.get(node) ?? NONE))
  const rest: number[] = []
  const found = (node: number, states: StateSet) => {
    const all = sets.or(at(node), withinRoom(sets.forgetAll(states, fleeting), sets))
    if (all === at(node)) return
    escapes.set(node, all)
    rest.push(node)
  }
  for (const step of journey.steps)
    if (isEnding(step)) found(nodeOf({ step, part: 'step' }, journey), EVERY)
  const follow = ({ from, to, ops }: Edge) => {
    if (at(from) !== EVERY) found(from, opsBefore(at(to), ops, sets))
  }
  for (const edge of explored.edges) if (edge.to < 0) follow(edge)
  for (let node = rest.pop(); node !== undefined; node = rest.pop())
    for (const edge of explored.into(node)) follow(edge)
  return at
}

function opsBefore(states: StateSet, ops: readonly Op[], sets: Sets): StateSet {
  return ops.reduceRight((now, op) => (now === NONE ? NONE : opBefore(now, op, sets)), states)
}

/** The states from which an op leads into some when every question is answered anew. */
function opBefore(states: StateSet, op: Op, sets: Sets): StateSet {
  switch (op.is) {
    case 'lapse':
      return sets.forget(states, op.variable)
    case 'ask': {
      const answered = sets.forget(
        sets.and(states, sets.where(op.variable, op.values)),
        op.variable,
      )
      if (op.when === EVERY) return answered
      return sets.or(sets.minus(states, op.when), sets.and(op.when, answered))
    }
    default:
      return before(states, op, sets)
  }
}
