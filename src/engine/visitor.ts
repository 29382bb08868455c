import type { HeldFact } from '../answers/draft.ts'
import type { JsonObject } from '../fields/field.ts'

/** Who sent a person through a journey, and where they come back to. Kept in the session, never in an address. */
export interface Caller {
  /** The journey that they were sent through. */
  readonly called: string
  /** The calling journey; absent: `href`, a page of ours that is no journey. */
  readonly journey?: string
  readonly href?: string
  /** The place that they came from. */
  readonly place?: string
  readonly button?: string
  /** The caller's draft, which may be taken over when they come back signed in. */
  readonly draft?: string
}

/** Who asks: what the engine may know of a session. */
export interface Visitor {
  readonly session: string
  /** Facts of the session, oldest first. */
  readonly facts: readonly HeldFact[]
  readonly callers: readonly Caller[]
  /** Journey → what its caller handed over. */
  readonly given: Readonly<Record<string, JsonObject>>
  /** Journey → what its address brought, of the keys that a `prefill` names. */
  readonly queries: Readonly<Record<string, JsonObject>>
  /** Journey → the invitation that was opened. */
  readonly invitations: Readonly<Record<string, string>>
  /** Words to be shown once. */
  readonly notices: readonly string[]
  /** The network address of the resident. */
  readonly peer: string
}

/** What the session is to become. `renew`: a new id in the cookie. `end`: all its facts go. */
export interface SessionChange {
  readonly renew?: true
  readonly end?: true
  readonly facts?: readonly HeldFact[]
  readonly callers?: readonly Caller[]
  readonly given?: Readonly<Record<string, JsonObject>>
  readonly queries?: Readonly<Record<string, JsonObject>>
  readonly notices?: readonly string[]
}

export function applyChange(visitor: Visitor, change: SessionChange): Visitor {
  const { renew: _renew, end: _end, ...rest } = change
  return { ...visitor, ...rest }
}
