import type { Answers } from '../answers/draft.ts'
import type { JsonObject } from '../fields/field.ts'
import type { ActionContract } from '../journey/contract.ts'
import type { Channel, Journey } from '../journey/journey.ts'
import type { Services } from './services.ts'

/** A message of the journey with its words put in, ready to leave. */
export interface Composed {
  readonly channel: Channel
  /** Of an email: who writes. */
  readonly sender?: string
  readonly subject?: string
  readonly text: string
  readonly html?: string
}

/** What an action may know of the press. It sees no other draft and no other answer than what `with` gave it. */
export interface ActionContext {
  /** Milliseconds since 1970, from the injected clock. */
  readonly now: number
  readonly journey: Journey
  readonly draft: string
  /** The session's own id (not what the cookie holds); the same before and after a new cookie. */
  readonly session: string
  /** The account that is signed in. */
  readonly account?: string
  /** The invitation that this draft was opened with. */
  readonly invitation?: string
  /** The resident's address, from the trusted proxy hop. */
  readonly peer: string
  readonly language: string
  readonly services: Services
  /**
   * Puts words into a message of this journey. `words` win over answers and facts; `reference`, `link` and the site's
   * words are there already. A text that holds `{code}` gets the last line of R-AUTH-10. `language`: of whom it is for,
   * where that need not be whoever is here; such a message holds nothing that was answered.
   */
  compose(message: string, words: Readonly<Record<string, string>>, language?: string): Composed
  /** What would be submitted now: answers on the path, without secrets. */
  submission(): {
    readonly answers: Answers
    readonly path: readonly string[]
    readonly account?: string
  }
  /** Whether a fact about this value holds now; left out: none does. For what cannot be a need, because it depends on the input. */
  holds?(fact: string, about: string): boolean
  /** The case that a move of staff is about. */
  readonly case?: {
    readonly submission: string
    readonly staff: string
    /** Other members of staff who have agreed to this very move, with the same inputs for this action. */
    readonly agreed?: readonly string[]
  }
}

export interface ActionResult {
  readonly outcome: string
  /** In place of the contract's words for this outcome. */
  readonly words?: string
  /** Fact → what it carries. Only of facts that the contract's `gives` names for this outcome. */
  readonly carries?: Readonly<Record<string, JsonObject>>
  /** `renew`: a new session id (a step up, R-SES-02). `end`: all session facts go. */
  readonly session?: 'renew' | 'end'
  readonly submission?: { readonly id: string; readonly reference: string }
}

/** ONE ACTION: its contract, and what it does. */
export interface Action extends ActionContract {
  /** `input` was checked against the contract's schema. Expected endings are outcomes; a throw is a fault (503). */
  run(input: never, context: ActionContext): Promise<ActionResult>
  /** What a held fact carries, read live instead of as it was then. */
  readCarries?(fact: string, carries: JsonObject, services: Services): Promise<JsonObject>
}

/** Holds an action's `run` to its own input schema. */
export function defineAction<const Contract extends ActionContract, Input>(
  contract: Contract,
  run: (input: Input, context: ActionContext) => Promise<ActionResult>,
  readCarries?: Action['readCarries'],
): Action {
  return { ...contract, run: run as Action['run'], ...(readCarries && { readCarries }) }
}
