import { freezeCopy } from '../../src/store/envelope.ts'
import type { AnyCollection, Store, StoredRecord, Versioned } from '../../src/store/store.ts'
import { createMemoryStore } from '../accounts/memory-store.ts'

/** As the memory store; but like the lowdb store it hands out the very record that it keeps, and keeps what has not changed. */
export function createKeptStore(): ReturnType<typeof createMemoryStore> {
  const store = createMemoryStore()
  const kept = new Map<string, Versioned<StoredRecord>>()
  const keyOf = ({ name }: AnyCollection, id: string) => `${name}/${id}`
  const read: Store['read'] = async (collection, id) => {
    const found = await store.read(collection, id)
    return found && ((kept.get(keyOf(collection, id)) ?? found) as never)
  }
  const write: Store['write'] = async (collection, value, version, options) => {
    const key = keyOf(collection, value.id)
    const copy = freezeCopy(value, kept.get(key)?.value)
    const written = await store.write(collection, value, version, options)
    if (written.status !== 'written') return written
    kept.set(key, { value: copy, version: written.version })
    return { ...written, value: copy }
  }
  return { ...store, read, write }
}
