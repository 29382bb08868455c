import { createHash } from 'node:crypto'
import { expiryKeys } from '../store/records.ts'
import type { Collection, Store, StoredRecord } from '../store/store.ts'

/** That a signed callback has come: the same again is a replay (R-HOOK-04). */
export interface Nonce extends StoredRecord {
  readonly expiresAt: number
}

export const nonces: Collection<Nonce> = {
  name: 'nonces',
  indexes: { expires: expiryKeys },
  unique: [],
}

const KEPT = 24 * 60 * 60_000

/** Whether a nonce has not been seen in the last 24 hours; from now on it has. Of two at the same time one is new. */
export async function isNewNonce(store: Store, nonce: string, now: number): Promise<boolean> {
  const id = createHash('sha256').update(nonce).digest('base64url')
  const before = await store.read(nonces, id)
  if (before && before.value.expiresAt > now) return false
  const record = { id, expiresAt: now + KEPT }
  const written = await store.write(nonces, record, before?.version ?? 0, { durable: false })
  return written.status === 'written'
}
