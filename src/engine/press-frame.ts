import type { Place } from '../flow/place.ts'
import type { Reach } from '../flow/reach.ts'
import type { Button } from '../journey/journey.ts'
import type { Loaded } from './load-draft.ts'
import type { Read } from './read-answers.ts'
import type { Spoken } from './run-calls.ts'
import type { SessionChange, Visitor } from './visitor.ts'

/** How a button's actions ended. */
export interface Ending {
  readonly loaded: Loaded
  readonly visitor: Visitor
  readonly session: SessionChange
  readonly ran: Ran
  /** Names of the facts that the press gave. */
  readonly facts: readonly string[]
  readonly closes: boolean
  /** What ran, and how it ended: names only. */
  readonly did?: readonly string[]
  /** How many actions have run although the press did not go on. */
  readonly unfinished?: number
}

export type Ran =
  | {
      readonly is: 'on'
      readonly action?: string
      readonly outcome?: string
      readonly branched?: boolean
      /** Said once, where it leads. */
      readonly notice?: string
    }
  | {
      readonly is: 'spoken'
      readonly spoken: Exclude<Spoken, { then: 'go' }>
      readonly waits: boolean
    }
  | { readonly is: 'refused' }
  | { readonly is: 'fault' }

export interface PressFrame {
  readonly visitor: Visitor
  readonly place: Place
  readonly reach: Reach
  readonly read: Read
  readonly button: Button
  /** Names this press, so that its twin gets the same ending. */
  readonly key: string
  /** Whether the place's stored answers are others than before. */
  readonly changes: boolean
  readonly isPoll: boolean
  readonly ending: Ending
}
