import type { Step } from '../../journey/journey.ts'
import { forgetValues } from './ask-ops.ts'
import { type Act, nodeOf } from './graph.ts'
import { type Layout, setOps } from './layout.ts'
import type { Op } from './moves.ts'
import { EVERY } from './sets.ts'
import { addNext } from './targets.ts'
import { range } from './value-sets.ts'
import { FIRST_ANSWER, LEFT_OUT, NOT_ASKED } from './variables.ts'

/** The turn of each item, and the list behind it. */
export function layOutRepeat(first: Step, layout: Layout): void {
  const { journey } = layout.subject
  const node = nodeOf({ step: first, part: 'step' }, journey)
  const item = nodeOf({ step: first, part: 'item' }, journey)
  const list = nodeOf({ step: first, part: 'list' }, journey)
  const last = journey.steps.findLast((one) => one.repeatFirst === first.id) ?? first
  const fresh = itemOps(first, layout)
  const { when } = first
  const holding = when ? layout.formulas.holding(when, first) : EVERY
  const isAsked: Op = { is: 'keep', states: holding }
  const act: Act = { step: first, part: 'step' }
  if (when) {
    layout.conditions.push({ node, ops: [], step: first, part: first, key: 'when', holding })
    const skip: Op = { is: 'keep', states: layout.formulas.sets.not(holding) }
    addNext(last.next, [skip], { ...act, skipped: true }, node, layout)
  }
  const begins = [...pairedOps(first, layout), ...fresh]
  layout.edges.push({ from: node, to: item, ops: [isAsked, ...begins], act })
  const minimum = journey.fields.get(first.repeat ?? '')?.schema['minItems']
  const isPaired = first.repeatFor !== undefined
  if (typeof minimum !== 'number' || minimum === 0 || isPaired) {
    const none = setOps(`answer:${first.repeat}`, LEFT_OUT, layout)
    layout.edges.push({ from: node, to: list, ops: [isAsked, ...none], act })
  }
  const listed: Act = { step: first, part: 'list' }
  layout.edges.push({ from: list, to: item, ops: begins, act: listed })
  // The list leads on as the last step of the repeat does, and knows of no item.
  addNext(last.next, fresh, listed, list, layout)
}

/** What there is one of for each item of an earlier list, is only where that has some. */
function pairedOps(first: Step, { formulas }: Layout): readonly Op[] {
  const { repeatFor } = first
  const earlier = repeatFor && formulas.of({ from: 'answer', path: [repeatFor] }, first)
  if (!earlier) return []
  const states = formulas.sets.where(earlier.index, range(FIRST_ANSWER, earlier.size))
  return [{ is: 'keep', states }]
}

/** A new item: nothing of it is answered. */
function itemOps({ repeat }: Step, layout: Layout): readonly Op[] {
  const { formulas } = layout
  const own = formulas.variables.filter(({ array }) => array !== undefined && array === repeat)
  const tests = formulas.variables.filter(
    ({ is, key }) => is === 'test' && key.includes(`answer:${repeat}[].`),
  )
  return [
    ...own.map(({ index }): Op => ({ is: 'set', variable: index, value: NOT_ASKED })),
    { is: 'forget', variables: new Set(tests.map(({ index }) => index)) },
    ...forgetValues(repeat ?? '', layout),
  ]
}
