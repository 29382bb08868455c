import type { AnyCollection, StoredRecord } from './store.ts'

/** What one record is found by: pairs of an index and a key, each once. */
export type Keys = readonly (readonly [index: string, key: string])[]

export interface Entry {
  readonly version: number
  readonly order: number
  readonly keys: Keys
}

export type Reserved =
  | { readonly status: 'reserved'; giveBack(): void }
  | { readonly status: 'taken'; readonly index: string }

/** What is known of a collection's records without reading them: versions, order, and what they are found by. */
export interface CollectionIndex {
  entryOf(id: string): Entry | undefined
  keysOf(record: StoredRecord): Keys
  /** Holds the unique keys for this record while it is being written; others get `taken`. */
  reserve(id: string, keys: Keys): Reserved
  /** The record is written: from here on it is found. */
  put(id: string, entry: Entry): void
  drop(id: string): void
  /** Oldest first. Throws for an index that the collection does not have. */
  find(name: string, key: string): readonly string[]
  ids(): readonly string[]
  /** The place of the next new record: after all that there are. */
  nextOrder(): number
}

export function createIndex(collection: AnyCollection): CollectionIndex {
  const entries = new Map<string, Entry>()
  const found = new Map(
    Object.keys(collection.indexes).map((name) => [name, new Map<string, Set<string>>()]),
  )
  const holders = new Map(collection.unique.map((name) => [name, new Map<string, string>()]))

  let lastOrder = 0

  const oldestFirst = (ids: Iterable<string>) => {
    const all = [...ids]
    if (all.length < 2) return all
    return all.sort((a, b) => (entries.get(a)?.order ?? 0) - (entries.get(b)?.order ?? 0))
  }

  const indexNames = Object.keys(collection.indexes)

  const forget = (id: string, keys: Keys, kept: Keys = []) => {
    for (const [name, key] of keys) {
      if (hasPair(kept, name, key)) continue
      const ids = found.get(name)?.get(key)
      ids?.delete(id)
      if (ids?.size === 0) found.get(name)?.delete(key)
      if (holders.get(name)?.get(key) === id) holders.get(name)?.delete(key)
    }
  }

  return {
    entryOf: (id) => entries.get(id),
    keysOf: (record) => {
      const pairs: [string, string][] = []
      for (const name of indexNames)
        for (const key of collection.indexes[name]?.(record as never) ?? [])
          if (!hasPair(pairs, name, key)) pairs.push([name, key])
      return pairs
    },
    reserve: (id, keys) => {
      const wanted = keys.filter(([name, key]) => {
        const holder = holders.get(name)
        return holder !== undefined && holder.get(key) !== id
      })
      const taken = wanted.find(([name, key]) => holders.get(name)?.has(key))
      if (taken) return { status: 'taken', index: taken[0] }
      for (const [name, key] of wanted) holders.get(name)?.set(key, id)
      const giveBack = () => {
        for (const [name, key] of wanted) holders.get(name)?.delete(key)
      }
      return { status: 'reserved', giveBack }
    },
    put: (id, entry) => {
      const before = entries.get(id)?.keys ?? []
      entries.set(id, entry)
      lastOrder = Math.max(lastOrder, entry.order)
      forget(id, before, entry.keys)
      for (const [name, key] of entry.keys) {
        if (hasPair(before, name, key)) continue
        const byKey = found.get(name)
        const ids = byKey?.get(key) ?? new Set()
        byKey?.set(key, ids.add(id))
      }
    },
    drop: (id) => {
      const entry = entries.get(id)
      if (entry) forget(id, entry.keys)
      entries.delete(id)
    },
    find: (name, key) => {
      const byKey = found.get(name)
      if (!byKey) throw new Error(`${collection.name} has no index ${name}`)
      return oldestFirst(byKey.get(key) ?? [])
    },
    ids: () => oldestFirst(entries.keys()),
    nextOrder: () => ++lastOrder,
  }
}

/** A record has a few keys. */
function hasPair(pairs: Keys, index: string, key: string): boolean {
  for (const [name, other] of pairs) if (other === key && name === index) return true
  return false
}
