import type { Collection, Store, StoredRecord, Versioned } from '../store/store.ts'

/** Records of one run, in memory: what is written is frozen by being nobody else's, and gone with the run. */
export function createMemoryStore(): Store {
  const tables = new Map<string, Map<string, Versioned<StoredRecord>>>()
  const tableOf = ({ name }: { readonly name: string }) => {
    const table = tables.get(name) ?? new Map<string, Versioned<StoredRecord>>()
    tables.set(name, table)
    return table
  }
  return {
    read: <T extends StoredRecord>(collection: Collection<T>, id: string) =>
      Promise.resolve(tableOf(collection).get(id) as Versioned<T> | undefined),
    write: (collection, value, version) => {
      const table = tableOf(collection)
      if ((table.get(value.id)?.version ?? 0) !== version)
        return Promise.resolve({ status: 'conflict' })
      table.set(value.id, { value, version: version + 1 })
      return Promise.resolve({ status: 'written', value, version: version + 1 })
    },
    remove: (collection, id) => {
      tableOf(collection).delete(id)
      return Promise.resolve()
    },
    find: (collection, name, key) =>
      Promise.resolve(
        [...tableOf(collection).values()]
          .filter(({ value }) => collection.indexes[name]?.(value as never).includes(key))
          .map(({ value }) => value.id),
      ),
    ids: (collection) => Promise.resolve([...tableOf(collection).keys()]),
    close: () => Promise.resolve(),
  }
}
