import { randomInt } from 'node:crypto'
import type { OutgoingMessage } from '../answers/draft.ts'
import { changeRecord } from '../store/change.ts'
import type { AnyCollection, Collection, Store } from '../store/store.ts'
import { createTurns } from '../store/turns.ts'
import { UNSENT } from '../store/unsent.ts'
import { createLane } from './lane.ts'
import type { Outbox, Senders, Sending, Sent } from './message.ts'
import { isTooLate, retryDelay } from './retry.ts'
import { afterSending, asInterrupted, asSending } from './settle.ts'

export interface OutboxOptions {
  readonly store: Store
  /** Every collection whose records carry messages; each has the index `unsent` (`unsentKeys`). */
  readonly collections: readonly AnyCollection[]
  readonly senders: Senders
  readonly now: () => number
  /** Told what went wrong: names, counts and the sender's reason; never an address, number or word of a message. */
  readonly log?: (words: string, about: Readonly<Record<string, string | number>>) => void
  /** Runs something later; must not keep the process alive. */
  readonly schedule?: (milliseconds: number, run: () => void) => void
  /** 0 ≤ n < 1, for the jitter of retries. */
  readonly random?: () => number
}

/** How many messages of one channel are on their way at once: a provider that hangs holds up no other channel. */
const AT_ONCE = 8

/**
 * Sends what records carry. Emails are tried again for a day under one key (R-REL-08); texts and calls are marked
 * durably before they leave, and leave at most once, whatever happens (R-REL-09). What is sent keeps no words (R-AUTH-08).
 */
export function createOutbox({
  store,
  collections,
  senders,
  now,
  log,
  schedule = scheduleUnref,
  random = randomFraction,
}: OutboxOptions): Outbox {
  const turns = createTurns()
  const lanes = { email: createLane(AT_ONCE), sms: createLane(AT_ONCE), call: createLane(AT_ONCE) }

  function dispatch(collection: AnyCollection, id: string): void {
    start(collection, id, () => deliver(collection as Collection<Sending>, id))
  }

  /** In the record's turn, so that nothing is sent twice; a fault of the store is told, and tried again later. */
  function start(
    collection: AnyCollection,
    id: string,
    run: () => Promise<void>,
    faults = 0,
  ): void {
    turns.take(`${collection.name}/${id}`, run).catch((error) => {
      const reason = error?.code ?? error?.name ?? 'unknown'
      log?.('A message could not be recorded as sent', { collection: collection.name, id, reason })
      schedule(retryDelay(faults, random()), () => start(collection, id, run, faults + 1))
    })
  }

  async function deliver(collection: Collection<Sending>, id: string): Promise<void> {
    const found = await store.read(collection, id)
    const queued = found?.value.messages.filter(({ status }) => status === 'queued') ?? []
    for (const message of queued)
      await lanes[message.channel].run(() => deliverMessage(collection, id, message))
  }

  async function deliverMessage(
    collection: Collection<Sending>,
    id: string,
    message: OutgoingMessage,
  ): Promise<void> {
    if (isTooLate(message, now()))
      return settle(collection, id, message, { status: 'refused', reason: 'too late' })
    if (message.channel !== 'email')
      await changeRecord(store, collection, id, (record) => record && asSending(record, message.id))
    await settle(collection, id, message, await send(message))
  }

  async function send(message: OutgoingMessage): Promise<Sent> {
    try {
      return await senders[message.channel].send(message)
    } catch {
      return { status: 'later', reason: 'the sender failed' }
    }
  }

  async function settle(
    collection: Collection<Sending>,
    id: string,
    message: OutgoingMessage,
    sent: Sent,
  ): Promise<void> {
    const delay =
      message.channel === 'email' && sent.status === 'later' ? delayOf(message, sent) : undefined
    if (delay !== undefined) schedule(delay, () => dispatch(collection, id))
    if (sent.status !== 'sent')
      log?.(delay === undefined ? 'A message was not sent' : 'A message is tried again later', {
        collection: collection.name,
        id,
        channel: message.channel,
        tries: message.tries + 1,
        reason: sent.reason,
      })
    const mayRetry = delay !== undefined
    await changeRecord(
      store,
      collection,
      id,
      (record) => record && afterSending(record, message.id, sent, mayRetry, now()),
    )
  }

  /** Undefined: another try would come too late. */
  function delayOf(
    message: OutgoingMessage,
    { after }: { readonly after?: number },
  ): number | undefined {
    const delay = Math.max(after ?? 0, retryDelay(message.tries, random()))
    return isTooLate(message, now() + delay) ? undefined : delay
  }

  async function resumeRecord(collection: Collection<Sending>, id: string): Promise<void> {
    await changeRecord(store, collection, id, (record) => record && asInterrupted(record))
    await deliver(collection, id)
  }

  return {
    dispatch: (collection, id) => dispatch(collection, id),
    resume: async () => {
      for (const collection of collections)
        for (const id of await store.find(collection as Collection<Sending>, 'unsent', UNSENT))
          start(collection, id, () => resumeRecord(collection as Collection<Sending>, id))
    },
    idle: () => turns.idle(),
  }
}

function scheduleUnref(milliseconds: number, run: () => void): void {
  setTimeout(run, milliseconds).unref()
}

function randomFraction(): number {
  return randomInt(2 ** 32) / 2 ** 32
}
