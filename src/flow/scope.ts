import type { Answers, HeldFact } from '../answers/draft.ts'
import type { JsonObject } from '../fields/field.ts'
import type { ActionContract } from '../journey/contract.ts'
import type { Journey } from '../journey/journey.ts'

/** What one request may know besides answers: read once, at its start, so that everything after is pure. */
export interface World {
  readonly journey: Journey
  readonly contracts: ReadonlyMap<string, ActionContract>
  /** Journey → the facts that going through it earns. */
  readonly journeyGives: ReadonlyMap<string, readonly string[]>
  /** Milliseconds since 1970. */
  readonly now: number
  /** ISO date in the site's time zone. */
  readonly today: string
  readonly language: string
  readonly session: string
  /** Of the session and of the draft, newest first; what they carry was read live. */
  readonly facts: readonly HeldFact[]
  readonly invitation: JsonObject
  readonly given: JsonObject
  readonly query: JsonObject
  readonly reference?: string
}

/** What conditions, words, `with` and `prefill` see in one place: answers on the path so far, and the item's own first. */
export interface Scope {
  readonly world: World
  readonly answers: Answers
  readonly item?: {
    readonly answers: Answers
    readonly number: number
    /** The repeat that it is an item of. */
    readonly array?: string
  }
  /** Of moves in the admin. */
  readonly submission?: JsonObject
  readonly asked?: Answers
}
