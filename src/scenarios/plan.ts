import type { Json } from '../fields/field.ts'
import type { SaidOutcome } from '../journey/scenario.ts'

/** One thing that a person does on a page, and what the engine answers to it. */
export interface Move {
  readonly place: string
  /** A link of the page that is opened; nothing is posted. */
  readonly go?: string
  /** What is posted, without the page's token. */
  readonly body: readonly (readonly [name: string, text: string])[]
  readonly button?: string
  /** Ends of the actions that the press ran, in order. */
  readonly ran: readonly { readonly action: string; readonly outcome: string }[]
  readonly says: Readonly<Record<string, SaidOutcome>>
  /** Where it leads: a place, `$return`, or `/<journey>`. */
  readonly to: string
  /** Messages of the page after it. */
  readonly errors: readonly string[]
  /** The field and rule that it is meant to break. */
  readonly breaks?: string
  /** Answers that were chosen, for the scenario. */
  readonly answers: Readonly<Record<string, Json>>
}

/** A walk through a journey, made from its definition alone. */
export interface Plan {
  readonly number: number
  readonly start: string
  readonly moves: readonly Move[]
  /** What it is the first to go through, by the names of `marksOf`, or `rule: <step>: <field> <keyword>`; after how many moves. */
  readonly covers: readonly { readonly name: string; readonly after: number }[]
}
