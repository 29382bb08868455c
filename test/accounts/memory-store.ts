import type { Collection, Store, StoredRecord, Versioned } from '../../src/store/store.ts'

/** A store in memory, as strict as the real ones: versions, unique indexes, copies, and every call takes a turn. */
export function createMemoryStore(): Store & { dump(): string } {
  const tables = new Map<string, Map<string, Versioned<StoredRecord>>>()
  const tableOf = ({ name }: { readonly name: string }) => {
    const table = tables.get(name) ?? new Map<string, Versioned<StoredRecord>>()
    tables.set(name, table)
    return table
  }
  const keysOf = <T extends StoredRecord>(collection: Collection<T>, index: string, value: T) =>
    collection.indexes[index]?.(value) ?? []
  return {
    dump: () => JSON.stringify([...tables].map(([name, table]) => [name, [...table.values()]])),
    read: async (collection, id) => {
      await Promise.resolve()
      return structuredClone(tableOf(collection).get(id)) as never
    },
    write: async (collection, value, version) => {
      await Promise.resolve()
      if (!/^[A-Za-z0-9_-]{1,64}$/u.test(value.id)) throw new Error(`no id: ${value.id}`)
      const table = tableOf(collection)
      if ((table.get(value.id)?.version ?? 0) !== version) return { status: 'conflict' }
      const others = [...table.values()].filter((other) => other.value.id !== value.id)
      const taken = collection.unique.find((index) => {
        const keys = keysOf(collection, index, value)
        return others.some((other) =>
          keysOf(collection, index, other.value as typeof value).some((key) => keys.includes(key)),
        )
      })
      if (taken !== undefined) return { status: 'taken', index: taken }
      table.set(value.id, { value: structuredClone(value), version: version + 1 })
      return { status: 'written', value: structuredClone(value), version: version + 1 }
    },
    remove: async (collection, id) => {
      await Promise.resolve()
      tableOf(collection).delete(id)
    },
    find: async (collection, index, key) => {
      await Promise.resolve()
      return [...tableOf(collection).values()]
        .filter(({ value }) => keysOf(collection, index, value as never).includes(key))
        .map(({ value }) => value.id)
    },
    ids: async (collection) => [...tableOf(collection).keys()],
    close: async () => undefined,
  }
}
