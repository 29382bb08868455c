import type { JsonObject } from '../fields/field.ts'
import type { Channel } from './journey.ts'

/** A fact that an action establishes. */
export interface Gives {
  readonly on: string
  readonly fact: string
  /** The inputs that the fact is about. It is given only when all of them were in `with`. */
  readonly about: readonly string[]
  /**
   * `journey` (default): in the draft, bound to the session that earned it. `session`: every journey sees it.
   * `draft`: in the draft, whoever its owner comes back as (a submission's reference).
   * `account`: kept with the account.
   */
  readonly scope?: 'journey' | 'session' | 'draft' | 'account'
  /** Milliseconds; left out: as long as its scope. */
  readonly lasts?: number
  /** Keys that `fact.<name>.<key>` may read. */
  readonly carries?: readonly string[]
}

/** A fact without which the engine refuses to run the action. */
export interface Needs {
  readonly fact: string
  /** The input whose value in this call the fact must be about; left out: the fact holds at all. */
  readonly about?: string
  /** When the fact is about something that the input only leads to: an account's own email address. */
  readonly of?: 'account.email'
}

/** By input: the channels that are sent, or those for each other input that may be given with it. */
export type Channels = Readonly<
  Record<string, readonly Channel[] | Readonly<Record<string, readonly Channel[]>>>
>

/**
 * What an action declares; what definitions are checked against.
 * In `input`, `format: account` marks an input that takes only `$account` or `$fact.<name>`; `format: message` names a
 * message of the journey; `format: secret` may take a `writeOnly` field.
 */
export interface ActionContract {
  readonly name: string
  /** JSON Schema of the inputs: an object with `properties`, `required`; `oneOf` of `{ required }` where there is a choice. */
  readonly input: JsonObject
  /** The first is the way on. */
  readonly outcomes: readonly [string, ...string[]]
  /** The action's own words for outcomes other than the first, where the definition has no entry. */
  readonly words?: Readonly<Record<string, string>>
  readonly needs?: readonly Needs[]
  readonly gives?: readonly Gives[]
  /** Input → the fact without which the action does nothing for an address that was only typed. */
  readonly provedBy?: Readonly<Record<string, string>>
  /** The action that must have run before for the same input: there is no code to check that was never sent. */
  readonly comesAfter?: { readonly action: string; readonly about: readonly string[] }
  /** Reads only: may stand in `enter`. */
  readonly reads?: boolean
  /** The outcome while which a `poll` button keeps pressing itself. */
  readonly waits?: string
  /** Steps before it can no longer be changed in this draft. */
  readonly closes?: boolean
  /** The outcome that asks for a second member of staff: the move is kept as agreed to, and done when another one presses it too. */
  readonly seconds?: string
  /**
   * What each message that an input names may say of the engine's own words, beside `link`, `reference` and `summary`. Left
   * out: nobody can tell.
   */
  readonly says?: Readonly<Record<string, readonly string[]>>
  /** What each message that an input names may be. Left out: nobody can tell. */
  readonly channels?: Channels
  /** Only for moves of admin.yaml. */
  readonly staff?: boolean
  /** Makes the submission of the journey: a confirmation must come after it. */
  readonly submits?: boolean
}
