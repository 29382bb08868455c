import type { StepKind } from '../journey/journey.ts'
import type { Problem } from '../journey/problem.ts'

/** Whether the scenarios of a journey go through a part; `unknown` where there are none, or where it is not measured. */
export type Gone = 'yes' | 'no' | 'unknown'

/** A journey as a drawing and an outline tell of it: plain data, all words put together. */
export interface Chart {
  readonly journey: string
  readonly title: string
  /** Id of the node that people come to first. */
  readonly start: string
  /** In the order of the file; a choice stands before its step. */
  readonly nodes: readonly ChartNode[]
  readonly ways: readonly ChartWay[]
  /** The named conditions that the flow uses. */
  readonly conditions: readonly { readonly name: string; readonly words: string }[]
  /** Problems that belong to no step. */
  readonly problems: readonly Problem[]
  /** How much the scenarios go through, in percent; undefined: there are none. */
  readonly percent?: number
}

export type ChartNode = ChartStep | ChartChoice | ChartReturn

export interface ChartStep {
  readonly is: 'step'
  readonly id: string
  readonly title: string
  readonly kind: StepKind
  /** What it asks, needs, runs and gives: a line each. */
  readonly notes: readonly string[]
  readonly problems: readonly Problem[]
  readonly gone: Gone
  readonly file: string
  /** 1-based. */
  readonly line: number
}

/** Where a step that has a `when` is either asked or passed over. */
export interface ChartChoice {
  readonly is: 'choice'
  readonly id: string
  /** The step that is asked or not. */
  readonly step: string
}

/** Back to the journey that led here. */
export interface ChartReturn {
  readonly is: 'return'
  readonly id: string
  /** Where it leads without one. */
  readonly home: string
}

export interface ChartWay {
  readonly from: string
  readonly to: string
  /** `link`: a link of the page, that passes nothing. */
  readonly kind: 'on' | 'link'
  /** What makes people go this way; several where several do; none: simply on. */
  readonly reasons: readonly string[]
  readonly gone: Gone
  /** Codes of the problems that stand where this way is written. */
  readonly codes: readonly string[]
}

/** The id of the choice before a step. */
export function choiceId(step: string): string {
  return `choice ${step}`
}
