import type { OutgoingMessage } from '../answers/draft.ts'
import type { Collection, StoredRecord } from '../store/store.ts'

/** A record that carries messages which must leave once it is written. Each such collection has the index `unsent`. */
export interface Sending extends StoredRecord {
  readonly messages: readonly OutgoingMessage[]
}

/** Sends what records carry, after they are written; survives a stop in between. */
export interface Outbox {
  /** Starts sending a written record's messages in the background; never throws, never waits for a provider. */
  dispatch<T extends Sending>(collection: Collection<T>, id: string): void
  /** Finds what an earlier run left unsent and sends it: emails again, texts and calls never twice (R-REL-08, R-REL-09). */
  resume(): Promise<void>
  /** Resolves when nothing is being sent. */
  idle(): Promise<void>
}

export type Sent =
  | { readonly status: 'sent'; readonly provider: string }
  /**
   * Not sent, or nobody knows. An email is tried again later, under the same key; a text or call is not (R-REL-09).
   * `after`: the provider asked to be left alone for so many milliseconds.
   */
  | { readonly status: 'later'; readonly reason: string; readonly after?: number }
  | { readonly status: 'refused'; readonly reason: string }

/** One way out of the system: Resend, Plivo, or the messages page of development. */
export interface Sender {
  /** Never throws. `message.id` is the idempotency key. */
  send(message: OutgoingMessage): Promise<Sent>
}
export type Senders = Readonly<Record<OutgoingMessage['channel'], Sender>>

/** How a call stands. All but `queued` and `ringing` are endings. */
export type CallState =
  | 'queued'
  | 'ringing'
  | 'pressed'
  | 'no-answer'
  | 'busy'
  | 'wrong-key'
  | 'hung-up'
  | 'not-possible'

/** A phone call that asks for the hash key. Its only message is the call itself, under the call's id; `text` is what it says. */
export interface Call extends Sending {
  /** What the call confirms: journey, purpose, number, browser. The newest call of a subject counts. */
  readonly subject: string
  /** In which its words are; absent: in English. */
  readonly language?: string
  /** Keyed hash of the number: one live call per number (R-TEL-06). */
  readonly number: string
  readonly state: CallState
  /** ≥ 128 bit; part of the callback's address (R-HOOK-04). */
  readonly token: string
  /** What the provider calls it; a callback must name it. */
  readonly provider?: string
  readonly at: number
  /** When somebody, or something, picked up. */
  readonly answeredAt?: number
  readonly endedAt?: number
  /** When the record goes: it holds a number. */
  readonly expiresAt: number
}
