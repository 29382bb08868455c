import { basename, join } from 'node:path'
import { Low } from 'lowdb'
import type { CollectionIndex } from './collection-index.ts'
import { type Envelope, freezeCopy } from './envelope.ts'
import { type Journal, openJournal } from './journal.ts'
import { acquireLock, type Control, type Lock } from './lock.ts'
import { type OpenOptions, openCollections } from './open-collections.ts'
import { createRecordCache } from './record-cache.ts'
import { RECORD_ID, recordFile, recordPath, takesWrites } from './record-file.ts'
import { recoverFrom } from './recover.ts'
import type { AnyCollection, Store, Versioned } from './store.ts'
import { StoreBroken, StoreLocked, StoreUncertain, StoreUnwritable } from './store-errors.ts'
import { createTurns } from './turns.ts'
import { createWriteBehind } from './write-behind.ts'

export interface LowdbStoreOptions extends OpenOptions {
  /** How many records are kept in memory. */
  readonly cached?: number
}

export interface LowdbStore extends Store {
  /** Tells the command line, through the lock file, where this process takes commands. */
  announce(control: Control): Promise<void>
  /** False from a write that the disk refused until it takes one again (R-REL-04). */
  isWritable(): boolean
}

type WriteOptions = Parameters<Store['write']>[3]

/** How often the lock's holder gives a sign of life, in milliseconds. */
const RENEW_EVERY = 5000

/**
 * The embedded store: one record, one file, written whole through lowdb (R-REL-02); the indexes are in memory. Throws
 * StoreLocked when another process holds the folder (R-REL-06), StoreBroken when a file cannot be read (R-REL-05).
 */
export async function openLowdbStore(options: LowdbStoreOptions): Promise<LowdbStore> {
  const lock = await acquireLock(options.dir, options.now())
  try {
    const indexes = await openCollections(options)
    const { journal, left } = await openJournal(options.dir)
    const recovered = await recoverFrom(left, indexes, options.dir)
    await journal.turnOver()()
    if (recovered > 0) options.log?.(`Records taken over from the journal: ${recovered}`)
    return createStore(options, indexes, journal, lock)
  } catch (error) {
    await lock.release()
    throw error
  }
}

function createStore(
  { dir, log, cached = 2000 }: LowdbStoreOptions,
  indexes: ReadonlyMap<string, CollectionIndex>,
  journal: Journal,
  lock: Lock,
): LowdbStore {
  const cache = createRecordCache(cached)
  const turns = createTurns()
  let isClosed = false
  let refusal: Error | undefined
  let isWritable = true
  const refuse = (error: Error) => {
    refusal ??= error
    log?.(error.message)
  }
  const behind = createWriteBehind(journal, ({ collection, id, key }) =>
    change(key, async () => {
      const envelope = behind.find(key)
      if (!envelope) return
      await new Low(recordFile(recordPath(join(dir, collection), id), envelope), envelope).write()
      behind.settle(key)
    }),
  )
  const stopRenewing = keepRenewing(lock, refuse, async () => {
    if (!isWritable) isWritable = await takesWrites(dir)
  })

  function placeOf(collection: AnyCollection, id: string) {
    if (isClosed) throw new Error('The store is closed')
    const index = indexes.get(collection.name)
    if (!index) throw new Error(`The store was opened without the collection ${collection.name}`)
    return { index, key: keyOf(collection, id) }
  }

  const pathOf = (collection: AnyCollection, id: string) =>
    recordPath(join(dir, collection.name), id)

  /** The newest state of a record, where it is in memory. */
  const inMemory = (key: string) => cache.get(key) ?? behind.find(key)

  /** Only in the record's turn. */
  async function readEnvelope(
    collection: AnyCollection,
    id: string,
    key: string,
  ): Promise<Envelope> {
    const known = inMemory(key)
    if (known) return known
    const path = pathOf(collection, id)
    const low = new Low<Envelope>(recordFile(path, null), NOTHING)
    await low.read()
    if (low.data === NOTHING) throw new StoreBroken(`${basename(path)} has gone from the folder`)
    cache.set(key, low.data)
    return low.data
  }

  /** Only in the record's turn. */
  async function writeEnvelope(
    collection: AnyCollection,
    key: string,
    after: Envelope,
    json: string,
    options?: WriteOptions,
  ): Promise<void> {
    const { id } = after.value
    if (options?.durable === false)
      await behind.put({ collection: collection.name, id, key }, after, json)
    else {
      const before = after.version > 1 ? await readEnvelope(collection, id, key) : null
      await new Low(recordFile(pathOf(collection, id), before), after).write()
      behind.settle(key)
    }
    cache.set(key, after)
  }

  /** What the disk refuses is said without its path. */
  function unwritten(error: NodeJS.ErrnoException): never {
    if (error instanceof StoreUncertain) refuse(error)
    if (error.code === undefined) throw error
    isWritable = false
    throw new StoreUnwritable(`The disk refused a write: ${error.code}`, { cause: error })
  }

  /** Runs a change in the record's turn; after StoreUncertain or a lost lock there are no more changes. */
  function change<T>(key: string, run: () => Promise<T>): Promise<T> {
    return turns.take(key, async () => {
      if (refusal) throw refusal
      const done = await run().catch(unwritten)
      isWritable = true
      return done
    })
  }

  return {
    announce: (control) => lock.announce(control),
    isWritable: () => isWritable && refusal === undefined,
    read: async <T>(collection: AnyCollection, id: string): Promise<Versioned<T> | undefined> => {
      const { index, key } = placeOf(collection, id)
      if (!index.entryOf(id)) return undefined
      const readIfThere = async () =>
        index.entryOf(id) ? readEnvelope(collection, id, key) : undefined
      const envelope = cache.get(key) ?? (await turns.take(key, readIfThere))
      if (!envelope) return undefined
      return { value: envelope.value as T, version: envelope.version }
    },
    write: async (collection, value, version, options) => {
      const { id } = value
      if (!RECORD_ID.test(id)) throw new Error(`${collection.name}: that is no id of a record`)
      const { index, key } = placeOf(collection, id)
      // What will be read back later is what is kept now: a copy, as JSON has it.
      const json = JSON.stringify(value)
      const copy = freezeCopy(value, inMemory(key)?.value)
      return change(key, async () => {
        const entry = index.entryOf(id)
        if ((entry?.version ?? 0) !== version) return { status: 'conflict' }
        const keys = index.keysOf(copy)
        const reserved = index.reserve(id, keys)
        if (reserved.status === 'taken') return reserved
        const order = entry?.order ?? index.nextOrder()
        const after = { version: version + 1, order, value: copy }
        await writeEnvelope(collection, key, after, json, options).catch((error) => {
          reserved.giveBack()
          throw error
        })
        index.put(id, { version: after.version, order, keys })
        return { status: 'written', value: copy, version: after.version }
      })
    },
    remove: async (collection, id) => {
      const { index, key } = placeOf(collection, id)
      if (!RECORD_ID.test(id) || (!index.entryOf(id) && !turns.isTaken(key))) return
      await change(key, async () => {
        if (!index.entryOf(id)) return
        const before = await readEnvelope(collection, id, key)
        await behind.bury({ collection: collection.name, id, key }, before)
        await recordFile(pathOf(collection, id), before).remove()
        behind.settle(key)
        cache.drop(key)
        index.drop(id)
      })
    },
    find: async (collection, name, key) => placeOf(collection, '').index.find(name, key),
    ids: async (collection) => placeOf(collection, '').index.ids(),
    close: async () => {
      if (isClosed) return
      isClosed = true
      await turns.idle()
      await behind.flush()
      refusal ??= new Error('The store is closed')
      stopRenewing()
      await lock.release()
    },
  }
}

const keyOf = (collection: AnyCollection, id: string) => `${collection.name}/${id}`

/** lowdb wants something to begin with; it stays when there is no file. */
const NOTHING: Envelope = { version: 0, order: 0, value: { id: '' } }

function keepRenewing(
  lock: Lock,
  refuse: (error: Error) => void,
  look: () => Promise<void>,
): () => void {
  const timer = setInterval(() => {
    void look()
    lock.renew().then(
      (isOurs) => {
        if (!isOurs) refuse(new StoreLocked('Another process has taken over the data folder'))
      },
      () => undefined,
    )
  }, RENEW_EVERY).unref()
  return () => clearInterval(timer)
}
