import type { ActionCall, Step } from '../../journey/journey.ts'
import type { Subject } from '../subject.ts'
import type { Formulas } from './formulas.ts'
import type { CallSite, ConditionSite, Edge, GapSite, Graph, Site } from './graph.ts'
import type { Op } from './moves.ts'
import { SENT } from './wanted.ts'

/** A journey being laid out. */
export interface Layout extends Graph {
  readonly subject: Subject
  readonly formulas: Formulas
  readonly reads: { node: number; variables: number[] }[]
  readonly edges: Edge[]
  readonly conditions: ConditionSite[]
  readonly gaps: GapSite[]
  readonly calls: CallSite[]
  readonly shown: Map<Step, Site>
  readonly done: Map<Step, Site>
  readonly entered: Map<Step, Site>
}

/** Sets a variable where there is one: a fact, a mark, a count. */
export function setOps(key: string, value: number, { formulas }: Layout): readonly Op[] {
  const variable = formulas.variable(key)
  return variable ? [{ is: 'set', variable: variable.index, value }] : []
}

/** What an outcome establishes. */
export function outcomeOps(
  call: ActionCall,
  outcome: string | undefined,
  layout: Layout,
): readonly Op[] {
  const contract = layout.subject.contracts.get(call.action)
  if (!contract || outcome === undefined) return []
  const facts = (contract.gives ?? [])
    .filter(
      (give) => give.on === outcome && give.about.every((input) => Object.hasOwn(call.with, input)),
    )
    .flatMap(({ fact }) => setOps(`fact:${fact}`, 1, layout))
  if (outcome !== contract.outcomes[0]) return facts
  return [...facts, ...(contract.submits ? setOps(SENT, 1, layout) : [])]
}
