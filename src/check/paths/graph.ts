import type { Button, Journey, Link, Next, Step } from '../../journey/journey.ts'
import type { Op } from './moves.ts'
import type { StateSet } from './sets.ts'

/** A page as the analysis sees it: before a step is entered, one item's turn at it, or the list of a repeat. */
export interface NodeId {
  readonly step: Step
  readonly part: 'step' | 'item' | 'list'
}

/** What a person does to get from one page to another. */
export interface Act {
  readonly step: Step
  readonly part: NodeId['part']
  readonly button?: Button
  readonly link?: Link
  readonly action?: string
  readonly outcome?: string
  /** No press: the step is not asked. */
  readonly skipped?: boolean
}

/** A way from one page to another. */
export interface Edge {
  readonly from: number
  /** Of a node; -1: out of the journey; -2: nowhere. */
  readonly to: number
  readonly ops: readonly Op[]
  readonly act: Act
}

export const OUT = -1
export const NOWHERE = -2

/** Somewhere that a definition asks something of what is known: the node, what has happened on it before, and the states asked for. */
export interface Site {
  readonly node: number
  readonly ops: readonly Op[]
  /** It is about those whom the step is not shown to. */
  readonly skipped?: boolean
}

/** A condition where it is tried. */
export interface ConditionSite extends Site {
  readonly step: Step
  /** What it is a part of, for marks. */
  readonly part: object
  readonly key: string
  readonly holding: StateSet
  /** It stands in a list, and is tried only in what the entries before it leave over. */
  readonly rest?: Site
}

/** A list of targets where it is read: what no entry takes goes nowhere. Of an ending that some are not shown it may be empty. */
export interface GapSite extends Site {
  readonly step: Step
  readonly next: Next
  readonly act: Act
}

/** An action where it is run. */
export interface CallSite extends Site {
  readonly step: Step
  readonly call: Button['run'][number]
  readonly act: Act
}

export interface Graph {
  /** Variables that a page asks about beside its conditions: in words, for actions, for what it requires. */
  readonly reads: readonly { readonly node: number; readonly variables: readonly number[] }[]
  readonly edges: readonly Edge[]
  readonly conditions: readonly ConditionSite[]
  readonly gaps: readonly GapSite[]
  readonly calls: readonly CallSite[]
  /** Step → where it is shown, before its own questions are answered. */
  readonly shown: ReadonlyMap<Step, Site>
  /** Step → where all of its questions are answered. */
  readonly done: ReadonlyMap<Step, Site>
  /** Step → where it is entered and what it requires is still open. */
  readonly entered: ReadonlyMap<Step, Site>
}

export function nodeOf({ step, part }: NodeId, journey: Journey): number {
  const at = journey.stepIndex.get(step.id) ?? 0
  const count = journey.steps.length
  if (part === 'item') return count + at
  return part === 'list' ? 2 * count + at : at
}
