import type { ActionCall, Button, Journey, Next, Step } from '../journey/journey.ts'

import type { Marks } from '../journey/marks.ts'
import type { Report } from '../journey/problem.ts'
import type { ContractTable } from '../journey/reading.ts'

/** One journey that is checked, and what it may be seen against. */
export interface Subject {
  readonly journey: Journey
  readonly marks: Marks
  readonly contracts: ContractTable
  /** All journeys, as far as they could be read. */
  readonly journeys: ReadonlyMap<string, Journey>
  /** Some journey could not be read: what it gives is not known. */
  readonly isAlone: boolean
  readonly report: Report
}

/** ONE KIND OF PROBLEM: reports where a journey has it. */
export type Check = (subject: Subject) => void

/** An action that a page runs, and where. */
export interface PlacedCall {
  readonly step: Step
  readonly button?: Button
  readonly call: ActionCall
  /** Of a button: no action runs after it. */
  readonly isLast: boolean
}

/** All actions that residents' presses and pages run. */
export function callsOf(journey: Journey): readonly PlacedCall[] {
  return journey.steps.flatMap((step) => [
    ...step.enter.map((call) => ({ step, call, isLast: false })),
    ...step.buttons.flatMap((button) =>
      button.run.map((call, index) => ({
        step,
        button,
        call,
        isLast: index === button.run.length - 1,
      })),
    ),
  ])
}

/** All actions, those of staff too. */
export function allCallsOf(journey: Journey): readonly ActionCall[] {
  return [
    ...callsOf(journey).map(({ call }) => call),
    ...journey.admin.moves.flatMap((move) => move.run),
  ]
}

/** All lists of targets of a step. */
export function nextsOf(step: Step): readonly Next[] {
  const outcomes = [...step.buttons.flatMap((button) => button.run), ...step.enter].flatMap(
    (call) => Object.values(call.on),
  )
  return [
    step.next,
    ...step.buttons.flatMap((button) => (button.next ? [button.next] : [])),
    ...outcomes.flatMap((on) => (on.then === 'go' ? [on.next] : [])),
  ]
}

/** Where the name of an action stands. */
export function spotOfCall(call: ActionCall, marks: Marks) {
  return marks.get(call, 'action') ?? marks.get(call, 'run') ?? marks.get(call)
}

/** A page on which a journey ends. */
export function isEnding({ kind }: Step): boolean {
  return kind === 'confirmation' || kind === 'exit'
}

/** The checks of the whole journey, on a page that sends: there all of them are made. */
export function checksAtSending({ buttons }: Step, { journey, contracts }: Subject) {
  const sends = buttons.some(({ run }) => run.some((call) => contracts.get(call.action)?.submits))
  return sends ? journey.checks : []
}
