import { dayOf } from '../store/records.ts'
import type { Collection, Store, StoredRecord } from '../store/store.ts'

interface Ending extends StoredRecord {
  /** Milliseconds since 1970. */
  readonly expiresAt: number
  /** It is kept, and indexed, until then. */
  readonly keptUntil?: number
}

const DAY = 24 * 60 * 60_000
/** How far back a purge looks: a service that stood still for longer would leave what ended before. */
const DAYS = 400

/**
 * Removes the records of a collection that are over, and answers how many. The collection has the index `expires`
 * (`expiryKeys`). To be run at least once a day (R-AUTH-08, R-DP-04); stopped half-way, the next run goes on.
 */
export async function purgeExpired<T extends Ending>(
  store: Store,
  collection: Collection<T>,
  now: number,
): Promise<number> {
  let removed = 0
  for (let day = 0; day <= DAYS; day++) {
    for (const id of await store.find(collection, 'expires', dayOf(now - day * DAY))) {
      const found = await store.read(collection, id)
      if (!found || (found.value.keptUntil ?? found.value.expiresAt) > now) continue
      await store.remove(collection, id)
      removed++
    }
  }
  return removed
}
