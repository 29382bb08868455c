import { expiryKeys } from './records.ts'
import type { Collection, StoredRecord } from './store.ts'

/** What was typed when a session had ended, sealed to its draft (R-REL-12). The id is the draft's. */
export interface HeldInput extends StoredRecord {
  readonly place: string
  /** AES-256-GCM, base64url. */
  readonly sealed: string
  /** Ids of the files that are in it: they are kept as long as it is. */
  readonly files?: readonly string[]
  /** The page is not sent yet; else its session had ended. */
  readonly isWaiting?: boolean
  /** Milliseconds since 1970. */
  readonly expiresAt: number
}

export const heldInputs: Collection<HeldInput> = {
  name: 'heldInputs',
  indexes: { expires: expiryKeys, file: ({ files = [] }) => files },
  unique: [],
}
