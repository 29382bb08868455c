import type { Collection, Store, StoredRecord } from './store.ts'
import { createTurns, type Turns } from './turns.ts'

/** How often a change is tried when others (of another process) write the same record. */
const TRIES = 20

/** Changes of one record from this process wait for each other: hundreds at once then need one try each. */
const turnsOf = new WeakMap<Store, Turns>()

/**
 * Reads a record, changes it and writes it, again from the start when someone else wrote in between. `change` gets
 * undefined where there is no record, and may answer undefined to leave things as they are. Answers what is stored then.
 */
export function changeRecord<T extends StoredRecord>(
  store: Store,
  collection: Collection<T>,
  id: string,
  change: (value: T | undefined) => T | undefined,
  options?: { readonly durable?: boolean },
): Promise<T | undefined> {
  const turns = turnsOf.get(store) ?? createTurns()
  turnsOf.set(store, turns)
  return turns.take(`${collection.name}/${id}`, async () => {
    for (let tries = 0; tries < TRIES; tries++) {
      const before = await store.read(collection, id)
      const after = change(before?.value)
      if (after === undefined) return before?.value
      const written = await store.write(collection, after, before?.version ?? 0, options)
      if (written.status === 'written') return after
      if (written.status === 'taken')
        throw new Error(`${collection.name}: ${written.index} is taken`)
    }
    throw new Error(`${collection.name}: too many writers of one record`)
  })
}
