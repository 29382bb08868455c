import type { OutgoingMessage } from '../answers/draft.ts'
import { expiryKeys } from '../store/records.ts'
import type { Collection, StoredRecord } from '../store/store.ts'
import { unsentKeys } from '../store/unsent.ts'

/** A message that belongs to no other record, and for whom it is. */
export interface SentMessage extends StoredRecord {
  readonly account?: string
  readonly submission?: string
  readonly messages: readonly OutgoingMessage[]
  readonly expiresAt: number
}

export const sentMessages: Collection<SentMessage> = {
  name: 'sent-messages',
  indexes: { unsent: unsentKeys, expires: expiryKeys },
  unique: [],
}
