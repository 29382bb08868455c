import type { Field, Json } from '../fields/field.ts'
import type { ActionCall } from '../journey/journey.ts'
import type { WitnessPage } from '../journey/problem.ts'
import type { SaidOutcome } from '../journey/scenario.ts'
import type { Choices } from './choices.ts'
import type { Move } from './plan.ts'
import type { Spot } from './walker.ts'

/** What may be planned. */
export interface Rules {
  /** Ends of an action that can be brought about, the likely one first. `spent`: it was done a moment ago. */
  readonly outcomesOf: (action: string, spent: boolean) => readonly string[]
  /** What an action uses up for a while when it ends as it should: a code to a number. */
  readonly spends: (call: ActionCall) => string | undefined
  /** What may be done again after an action has ended so. */
  readonly frees: (call: ActionCall, outcome: string) => string | undefined
  /** After this end a walk goes no further. */
  readonly isLast: (action: string, outcome: string) => boolean
  /** What facts may carry that an action gives at an end: `[{ phoneType: mobile }]`. */
  readonly carriesOf: (action: string, outcome: string) => readonly SaidOutcome['carries'][]
  /** Answers of a walk's own, by kind of field: an address that no other walk uses. */
  readonly ownAnswers: (field: Field, number: number) => readonly Json[] | undefined
  /** Answers that a condition tells from the others; tried where the field takes them. */
  readonly moreAnswers?: (field: Field) => readonly Json[]
}

/** One walk: what it was given, and what it has used up. */
export type Walking = Rules & {
  readonly choices: Choices
  readonly number: number
  readonly spent: Set<string>
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
