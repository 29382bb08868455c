import type { OutgoingMessage } from '../answers/draft.ts'
import { callAfter } from './call-states.ts'
import type { Call, Sending, Sent } from './message.ts'

/** The record with a text or call marked as leaving, before it leaves (R-REL-09). */
export function asSending<T extends Sending>(record: T, id: string): T {
  return withMessage(record, id, (message) => ({ ...message, status: 'sending' }))
}

/** The record of a run that was stopped: nobody knows whether its texts and calls have left, so they do not leave again. */
export function asInterrupted<T extends Sending>(record: T): T | undefined {
  const interrupted = record.messages.filter(
    ({ status, channel }) => status === 'sending' && channel !== 'email',
  )
  if (interrupted.length === 0) return undefined
  return interrupted.reduce(
    (before, { id }) => withMessage(before, id, (message) => finish(message, 'failed')),
    record,
  )
}

/** The record after a try: sent, failed, or queued again. */
export function afterSending<T extends Sending>(
  record: T,
  id: string,
  sent: Sent,
  mayRetry: boolean,
  now: number,
): T {
  const after = withMessage(record, id, (message) => {
    const tried = { ...message, tries: message.tries + 1 }
    if (mayRetry) return { ...tried, status: 'queued' }
    return finish(tried, sent.status === 'sent' ? 'sent' : 'failed')
  })
  return isCall(after) ? callAfterSending(after, sent, now) : after
}

/** A call that the provider may have made all the same is left to its callbacks, and to time. */
function callAfterSending<T extends Call>(call: T, sent: Sent, now: number): T {
  if (sent.status === 'sent')
    return { ...call, ...callAfter(call, { event: 'ringing', provider: sent.provider }, now) }
  if (sent.status === 'refused')
    return { ...call, ...callAfter(call, { event: 'not-possible' }, now) }
  return call
}

function isCall<T extends Sending>(record: T): record is T & Call {
  return 'subject' in record && 'token' in record && 'number' in record
}

function withMessage<T extends Sending>(
  record: T,
  id: string,
  change: (message: OutgoingMessage) => OutgoingMessage,
): T {
  return {
    ...record,
    messages: record.messages.map((each) => (each.id === id ? change(each) : each)),
  }
}

/** Codes must not stay on disk (R-AUTH-08). What a call says is needed until it ends, which empties it. */
function finish(message: OutgoingMessage, status: 'sent' | 'failed'): OutgoingMessage {
  const { id, channel, to, at, tries } = message
  return { id, channel, to, at, tries, status, text: channel === 'call' ? message.text : '' }
}
