import type { Json, JsonObject } from '../fields/field.ts'
import type { AskedMore } from './asked-more.ts'

export type Answers = Readonly<Record<string, Json>>

/** Who may read a draft. */
export type Owner =
  | { readonly is: 'session'; readonly session: string }
  | { readonly is: 'account'; readonly account: string }

/** How a step was left: never the target, which is worked out anew (FORMAT.md, Progress). */
export interface Exit {
  /** A button's id, or `link:<step>` where the path was laid through a link, or `list` of a repeat. */
  readonly button: string
  readonly action?: string
  readonly outcome?: string
  /** The step's stored answers when it was left, by field. */
  readonly answers: Answers
  /** Fields that were shown and left empty: nothing is filled in for them again. */
  readonly emptied?: readonly string[]
  /** What the button's actions were given from answers and facts, without secrets: for each action of `run`. */
  readonly inputs?: readonly JsonObject[]
  /** Names of the facts that the press gave. */
  readonly facts: readonly string[]
  /** An action that closes: it and what was before it stand for good. */
  readonly closes: boolean
}

/** What an action established. */
export interface HeldFact {
  readonly fact: string
  readonly scope: 'journey' | 'session' | 'draft' | 'account'
  /** Values of the inputs that it is about. */
  readonly about: JsonObject
  /** Where it was earned: its `with` is resolved again to see whether the fact still holds. */
  readonly at?: {
    readonly step: string
    readonly button: string
    readonly call: number
    readonly item?: number
  }
  /** The session that earned it. */
  readonly session: string
  /** Milliseconds since 1970. */
  readonly since: number
  readonly until?: number
  readonly carries: JsonObject
}

/** Answers so far. */
export interface Draft {
  readonly id: string
  readonly journey: string
  readonly hash: string
  readonly owner: Owner
  readonly answers: Answers
  /** By step id; of a repeated step by `step/1`; of a repeat's list by `step/list`. */
  readonly exits: Readonly<Record<string, Exit>>
  readonly facts: readonly HeldFact[]
  readonly given: JsonObject
  readonly invitation?: string
  /** An anonymous draft that its own journey brought back signed in, to an account that has one already: which to keep is asked. */
  readonly offeredTo?: string
  /** The press that a later action's failure left half done: how many of its actions have run. */
  readonly unfinished?: { readonly place: string; readonly button: string; readonly ran: number }
  /** Presses already taken: what they were, and where they led. The newest last, a few only. */
  readonly presses: readonly { readonly key: string; readonly to: JsonObject }[]
  /** Place → the number of the press that last changed its answers. */
  readonly changed: Readonly<Record<string, number>>
  /** In which the person last pressed something; they are written to in it. */
  readonly language?: string
  /** Counts presses. A page carries it. */
  readonly press: number
  readonly submission?: { readonly id: string; readonly reference: string }
  /** Milliseconds since 1970. */
  readonly createdAt: number
  readonly savedAt: number
  readonly expiresAt: number
}

/** The immutable record after sending; what staff do to it is kept beside the answers. */
export interface Submission {
  readonly id: string
  readonly reference: string
  readonly journey: string
  readonly hash: string
  readonly draft: string
  readonly account?: string
  /** On the path only; no secrets. */
  readonly answers: Answers
  /** Ids of the steps on the path, in order. */
  readonly path: readonly string[]
  readonly submittedAt: number
  readonly language: string
  readonly status: string
  readonly history: readonly StatusChange[]
  /** What the person was asked again, and what they answered; the oldest first. `answers` stays what was sent. */
  readonly more?: readonly AskedMore[]
  readonly messages: readonly OutgoingMessage[]
  /** Its retention has ended: what could name a person is gone. */
  readonly anonymised?: true
}

export interface StatusChange {
  readonly at: number
  /** Account id of the member of staff; absent: the person. */
  readonly by?: string
  readonly move?: string
  /** They have only agreed to the move: it waits for a second member of staff, and `to` is where the case stays. */
  readonly awaitsSecond?: true
  /** The move was begun, and an action of it failed: `to` is where the case stays. */
  readonly failed?: HalfDone
  readonly to: string
  readonly asked?: Answers
}

/** How far a move came. */
export interface HalfDone {
  /** Names of the actions that were done, in order: at the next try they are not done again. */
  readonly done: readonly string[]
  /** The name of the one that failed. */
  readonly at: string
}

/** Whether the case came to where it is by this: neither agreed to only, nor only tried. */
export function hasMoved({ awaitsSecond, failed }: StatusChange): boolean {
  return !awaitsSecond && !failed
}

/** A message on its way out of the system, recorded with its cause before it is sent. */
export interface OutgoingMessage {
  /** Unique among all messages, `[A-Za-z0-9_-]{1,64}`: the key under which it is sent once. */
  readonly id: string
  readonly channel: 'email' | 'sms' | 'call'
  readonly to: string
  /** Of an email: the name beside the address that it comes from. */
  readonly sender?: string
  readonly subject?: string
  readonly text: string
  readonly html?: string
  readonly at: number
  /** Not sent any more from this moment on, milliseconds since 1970: a code that has expired (R-REL-09). */
  readonly until?: number
  /** `queued` → `sending` → `sent`, `failed`. Body and subject are emptied once sent. */
  readonly status: 'queued' | 'sending' | 'sent' | 'failed'
  readonly tries: number
}
