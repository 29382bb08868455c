import { changeRecord } from '../store/change.ts'
import type { Collection, Store, StoredRecord } from '../store/store.ts'
import { createTurns } from '../store/turns.ts'

const turns = createTurns()

/**
 * As `changeRecord`, but writers of this process take turns: records that many requests change at once (counters,
 * codes) neither wear out its tries nor throw. Between processes the version decides.
 */
export function changeInTurn<T extends StoredRecord>(
  store: Store,
  collection: Collection<T>,
  id: string,
  change: (value: T | undefined) => T | undefined,
): Promise<T | undefined> {
  return turns.take(`${collection.name}/${id}`, () => changeRecord(store, collection, id, change))
}
