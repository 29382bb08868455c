import type { Field, Json, JsonObject } from '../fields/field.ts'
import type { WitnessPage } from '../journey/problem.ts'
import type { SaidOutcome } from '../journey/scenario.ts'
import type { Choices } from './choices.ts'
import type { Move } from './plan.ts'
import type { Spot } from './walker.ts'

/** What may be planned. */
export interface Rules {
  /** Ends of an action that can be brought about, the likely one first. */
  readonly outcomesOf: (action: string) => readonly string[]
  /** After this end a walk goes no further. */
  readonly isLast: (action: string, outcome: string) => boolean
  /** What facts may carry that an action gives at an end: `[{ phoneType: mobile }]`. */
  readonly carriesOf: (action: string, outcome: string) => readonly SaidOutcome['carries'][]
  /** What is known of the account of whoever walks. */
  readonly accountOf?: (number: number) => JsonObject
  /** Answers of a walk's own, by kind of field: an address that no other walk uses. */
  readonly ownAnswers: (field: Field, number: number) => readonly Json[] | undefined
  /** Answers that a condition tells from the others; tried where the field takes them. */
  readonly moreAnswers?: (field: Field) => readonly Json[]
}

/** One walk, and what it was given. */
export type Walking = Rules & {
  readonly choices: Choices
  readonly number: number
  /** What this walk is to get to, and how. */
  readonly wish?: Wish
}

/** How something is come to that a walk has not come to by chance. */
export interface Wish {
  readonly answers: Readonly<Record<string, Json>>
  readonly pages: readonly WitnessPage[]
  /** A button that is to be pressed. */
  readonly press?: { readonly step: string; readonly button: string }
}

export interface Moved {
  readonly move: Move
  readonly spot: Spot
  readonly isLast: boolean
}
