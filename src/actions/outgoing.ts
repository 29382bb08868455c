import { createId } from '../accounts/secret.ts'
import type { OutgoingMessage } from '../answers/draft.ts'
import type { Composed } from './action.ts'

/** A composed message, ready to be written with its cause. `until`: not sent any more after it. */
export function outgoingOf(
  composed: Composed,
  to: string,
  now: number,
  until?: number,
): OutgoingMessage {
  return {
    ...composed,
    id: createId(),
    to,
    at: now,
    status: 'queued',
    tries: 0,
    ...(until !== undefined && { until }),
  }
}
