import type { AnyCollection, Collection, Store, StoredRecord } from '../store/store.ts'

/** The index by which records name files. */
const FILE = 'file'

/**
 * A store that deletes a file when the last record that names it does so no more: a draft that is given up, purged or
 * answered otherwise, a case that is deleted or anonymised. A record that lets go of a file is durable before the file
 * goes, so that no power cut can bring back a record without its file.
 */
export function forgettingFiles<S extends Store>(
  store: S,
  collections: readonly AnyCollection[],
  remove: (id: string) => Promise<void>,
): S {
  const naming = collections.filter((one) => FILE in one.indexes)
  const namesOf = <T extends StoredRecord>(collection: Collection<T>, record: T | undefined) =>
    record === undefined ? [] : (collection.indexes[FILE]?.(record) ?? [])

  async function forget(ids: readonly string[]): Promise<void> {
    for (const id of ids) if (!(await isNamedIn(store, naming, id))) await remove(id)
  }

  return {
    ...store,
    async write(collection, value, version, options) {
      if (!(FILE in collection.indexes)) return store.write(collection, value, version, options)
      const before = namesOf(collection, (await store.read(collection, value.id))?.value)
      if (before.length === 0) return store.write(collection, value, version, options)
      const after = new Set(namesOf(collection, value))
      const gone = before.filter((id) => !after.has(id))
      const written = await store.write(
        collection,
        value,
        version,
        gone.length > 0 ? { ...options, durable: true } : options,
      )
      if (written.status === 'written') await forget(gone)
      return written
    },
    async remove(collection, id) {
      if (!(FILE in collection.indexes)) return store.remove(collection, id)
      const before = namesOf(collection, (await store.read(collection, id))?.value)
      await store.remove(collection, id)
      await forget(before)
    },
  }
}

/** Whether any record of these collections names a file. */
export async function isNamedIn(
  store: Pick<Store, 'find'>,
  collections: readonly AnyCollection[],
  id: string,
): Promise<boolean> {
  for (const collection of collections)
    if ('file' in collection.indexes && (await store.find(collection, FILE, id)).length > 0)
      return true
  return false
}
