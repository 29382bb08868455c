import type { OutgoingMessage } from '../answers/draft.ts'

const SECOND = 1000
const HOUR = 3600 * SECOND

/** How long each kind of message is worth sending. Emails: Resend knows a key for 24 hours (R-REL-08). */
const WORTH_SENDING = { email: 23 * HOUR, sms: 600 * SECOND, call: 60 * SECOND }
const FIRST_DELAY = 30 * SECOND
const LONGEST_DELAY = HOUR

/** Milliseconds before the next try: doubling, up to an hour, and by up to half shorter (`random`: 0 ≤ n < 1). */
export function retryDelay(tries: number, random: number): number {
  return Math.min(FIRST_DELAY * 2 ** Math.min(tries, 20), LONGEST_DELAY) * (1 - random / 2)
}

/** A code that has expired, a call that nobody waits for any more, an email that might be sent twice. */
export function isTooLate({ channel, at, until }: OutgoingMessage, now: number): boolean {
  return now >= Math.min(until ?? Number.POSITIVE_INFINITY, at + WORTH_SENDING[channel])
}
