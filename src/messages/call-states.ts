import type { Call, CallState } from './message.ts'

/** What can happen to a call. */
export type CallEvent =
  /** The provider took it. */
  | { readonly event: 'ringing'; readonly provider: string }
  | { readonly event: 'answered' }
  /** Keys that were pressed, all of them: `#`, `5`, `##`. */
  | { readonly event: 'digits'; readonly digits: string }
  | { readonly event: 'no-answer' | 'busy' | 'hang-up' | 'not-possible' }
  /** Nothing but that time went by. */
  | { readonly event: 'time' }

/** Rings for 30 s at most, lasts for 60 s at most (R-TEL-06); a call of which nobody told the end is over by then. */
export const RING_SECONDS = 30
export const CALL_SECONDS = 60
const LIVE_FOR = (RING_SECONDS + CALL_SECONDS) * 1000

export function isLive({ state }: Call): boolean {
  return state === 'queued' || state === 'ringing'
}

/** The call after an event; the very same call when the event changes nothing. An ended call never changes. */
export function callAfter(call: Call, event: CallEvent, now: number): Call {
  if (!isLive(call)) return call
  if (now - call.at > LIVE_FOR) return endCall(call, 'no-answer', now)
  switch (event.event) {
    case 'time':
      return call
    case 'ringing':
      return call.provider === undefined
        ? { ...call, state: 'ringing', provider: event.provider }
        : call
    case 'answered':
      return call.answeredAt === undefined ? { ...call, state: 'ringing', answeredAt: now } : call
    case 'digits':
      return call.answeredAt === undefined ? call : endCall(call, pressedState(event.digits), now)
    case 'hang-up':
      return endCall(call, 'hung-up', now)
    default:
      return endCall(call, event.event, now)
  }
}

/** The hash key once, and nothing else: a greeting made of tones presses many (R-TEL-07). */
function pressedState(digits: string): CallState {
  return digits === '#' ? 'pressed' : 'wrong-key'
}

/** What was said is not kept. */
function endCall(call: Call, state: CallState, now: number): Call {
  const messages = call.messages.map((message) => ({ ...message, text: '' }))
  return { ...call, state, endedAt: now, messages }
}
