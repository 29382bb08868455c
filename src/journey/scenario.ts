import type { Json, JsonObject } from '../fields/field.ts'

/**
 * One of the author's own tests (`scenarios.yaml`): given these answers, with actions ending as said, a person sees
 * these pages and ends there. Names are resolved at load; marks hold where each part was written.
 */
export interface Scenario {
  readonly name: string
  /** ISO date; left out: the day on which it is run. */
  readonly today?: string
  /** What the account has that signs in, or is signed in. */
  readonly account: JsonObject
  /** What a calling journey hands over. */
  readonly given: JsonObject
  /** What the invitation carries that was opened; left out: none was. */
  readonly invitation?: JsonObject
  /** Facts that hold from the start, and what they carry. */
  readonly facts: Readonly<Record<string, JsonObject>>
  /** By field. `null`: left empty. Of a repeat: a list of items. */
  readonly answers: Readonly<Record<string, Json>>
  /** Action → how it ends, unless a page says otherwise. */
  readonly actions: Readonly<Record<string, SaidOutcome>>
  /** The pages, in order. */
  readonly sees: readonly Sight[]
  /** Where the person ends; whatever is between the last of `sees` and there is gone through. */
  readonly ends?: string
}

export interface SaidOutcome {
  readonly outcome: string
  /** What the facts carry that are given at it. */
  readonly carries: JsonObject
}

/** A page that the person sees, and what they do there. */
export interface Sight {
  /** A place (`step`, `step/1`, `step/list`), `$return`, or `/<journey>`. */
  readonly place: string
  /** Something is said of what is done there: it is done even where nothing is seen after it. */
  readonly acts: boolean
  readonly answers: Readonly<Record<string, Json>>
  readonly actions: Readonly<Record<string, SaidOutcome>>
  /** A button's id; left out: the first one that is shown. */
  readonly press?: string
  /** A place or journey to which a link of the page leads: it is followed, and nothing is pressed. */
  readonly go?: string
  /** All messages that the page shows after the press; none: whichever, but one at least. */
  readonly errors?: readonly ExpectedError[]
  /** Words that are shown once after the press. */
  readonly notice?: string
  /** On a repeat's list. */
  readonly another?: boolean
  /** On a repeat's list: the number of the item that is removed. */
  readonly remove?: number
}

export interface ExpectedError {
  readonly field?: string
  readonly text: string
}
