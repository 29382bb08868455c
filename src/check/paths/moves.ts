import { NONE, type Sets, type StateSet } from './sets.ts'
import { FIRST_ANSWER, LEFT_OUT, NOT_ASKED } from './variables.ts'

/** One thing that happens to what is known, on the way from one page to the next. */
export type Op =
  /** Only these go on. */
  | { readonly is: 'keep'; readonly states: StateSet }
  /** Those of `when` are asked; who has answered before gives the same answer again. */
  | {
      readonly is: 'ask'
      readonly variable: number
      readonly values: readonly number[]
      readonly when: StateSet
    }
  | { readonly is: 'set'; readonly variable: number; readonly value: number }
  /** Nothing that comes asks for them: they need not be known any more. */
  | { readonly is: 'forget'; readonly variables: ReadonlySet<number> }

/** What is known after some ops. */
export function after(states: StateSet, ops: readonly Op[], sets: Sets): StateSet {
  return ops.reduce((now, op) => (now === NONE ? NONE : afterOne(now, op, sets)), states)
}

function afterOne(states: StateSet, op: Op, sets: Sets): StateSet {
  switch (op.is) {
    case 'keep':
      return sets.and(states, op.states)
    case 'set':
      return sets.and(sets.forget(states, op.variable), sets.where(op.variable, [op.value]))
    case 'forget':
      return sets.forgetAll(states, op.variables)
    case 'ask': {
      const asked = sets.and(states, op.when)
      const now = sets.and(
        sets.forget(sets.minus(asked, answered(op, sets)), op.variable),
        sets.where(op.variable, op.values),
      )
      const kept = sets.and(
        asked,
        sets.where(
          op.variable,
          op.values.filter((value) => value >= FIRST_ANSWER),
        ),
      )
      return sets.or(sets.minus(states, op.when), sets.or(now, kept))
    }
  }
}

/** The states from which an op leads into some. */
export function before(states: StateSet, op: Op, sets: Sets): StateSet {
  switch (op.is) {
    case 'keep':
      return sets.and(states, op.states)
    case 'set':
      return sets.given(states, op.variable, op.value)
    case 'forget':
      return sets.forgetAll(states, op.variables)
    case 'ask': {
      const right = sets.and(states, sets.where(op.variable, op.values))
      const already = answered(op, sets)
      const asked = sets.or(
        sets.and(already, right),
        sets.minus(sets.forget(right, op.variable), already),
      )
      return sets.or(sets.minus(states, op.when), sets.and(op.when, asked))
    }
  }
}

function answered(op: Extract<Op, { is: 'ask' }>, sets: Sets): StateSet {
  return sets.not(sets.where(op.variable, [NOT_ASKED, LEFT_OUT]))
}
