import type { OutgoingMessage } from '../answers/draft.ts'

/** The one key of the index `unsent`. */
export const UNSENT = 'yes'

/** Keys of the index `unsent`, which each collection whose records carry messages has: what the outbox looks for. */
export function unsentKeys(record: {
  readonly messages: readonly OutgoingMessage[]
}): readonly string[] {
  return record.messages.some((message) => isUnsent(message)) ? [UNSENT] : []
}

function isUnsent({ status }: OutgoingMessage): boolean {
  return status === 'queued' || status === 'sending'
}
