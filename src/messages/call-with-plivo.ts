import type { Store } from '../store/store.ts'
import { CALL_SECONDS, RING_SECONDS } from './call-states.ts'
import { calls } from './calls.ts'
import type { Sender, Sent } from './message.ts'
import { accountUrl, type PlivoAccount, refusalOf } from './send-with-plivo.ts'

export interface PlivoCalls extends PlivoAccount {
  readonly store: Store
  /** Absolute address, made from the configured origin (R-HOOK-02), with the call's own token (R-HOOK-04). */
  readonly callbackUrl: (token: string, about: 'answer' | 'hang-up') => string
}

/**
 * Calls through Plivo's API, by one request of our own: its SDK would send a failed one three times, and ring three times.
 * `later` means that nobody knows whether it rings.
 */
export function createPlivoCallSender(options: PlivoCalls): Sender {
  const { store, id, token, timeout = 10_000 } = options
  return {
    send: async (message) => {
      const refusal = refusalOf(options, message.to)
      if (refusal) return refusal
      const call = await store.read(calls, message.id)
      if (!call) return { status: 'refused', reason: 'no such call' }
      try {
        const response = await fetch(`${accountUrl(options)}/Call/`, {
          method: 'POST',
          redirect: 'error',
          signal: AbortSignal.timeout(timeout),
          headers: {
            authorization: `Basic ${Buffer.from(`${id}:${token}`).toString('base64')}`,
            'content-type': 'application/json',
          },
          body: JSON.stringify(requestOf(options, message.to, call.value.token)),
        })
        return outcomeOf(response.status, await response.text())
      } catch {
        return { status: 'later', reason: 'no answer' }
      }
    },
  }
}

/** Rings and lasts no longer than R-TEL-06 allows; hangs up on a machine. */
function requestOf({ from, callbackUrl }: PlivoCalls, to: string, token: string): object {
  return {
    from,
    to: to.slice(1),
    answer_url: callbackUrl(token, 'answer'),
    answer_method: 'POST',
    hangup_url: callbackUrl(token, 'hang-up'),
    hangup_method: 'POST',
    ring_timeout: RING_SECONDS,
    time_limit: CALL_SECONDS,
    machine_detection: 'hangup',
  }
}

function outcomeOf(status: number, text: string): Sent {
  if (status < 200 || status > 299) return { status: 'refused', reason: `status ${status}` }
  const [, provider] = /"request_uuid"\s*:\s*"([\w-]{1,80})"/u.exec(text) ?? []
  return provider
    ? { status: 'sent', provider }
    : { status: 'later', reason: 'an answer without an id' }
}
