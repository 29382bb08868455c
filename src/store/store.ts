/**
 * Where records are kept. Narrow and asynchronous on purpose: the embedded lowdb store and a later PostgreSQL store pass
 * the very same file of tests. A record is any JSON object with an `id` (`[A-Za-z0-9_-]{1,64}`).
 */
export interface Store {
  /** Undefined where there is none. The value is frozen, or a copy: nobody can change through it what is stored. */
  read<T extends StoredRecord>(
    collection: Collection<T>,
    id: string,
  ): Promise<Versioned<T> | undefined>
  /**
   * Writes the whole record, durable when the promise resolves (fsync of file and folder). With `durable: false` it then
   * outlives the process, but not a power cut within the next second.
   * `version` names the version that it replaces; 0: there must be none yet. A failed write is undone in memory and throws.
   */
  write<T extends StoredRecord>(
    collection: Collection<T>,
    value: T,
    version: number,
    options?: { readonly durable?: boolean },
  ): Promise<Written<T>>
  /** No error where there is none. */
  remove<T extends StoredRecord>(collection: Collection<T>, id: string): Promise<void>
  /** Ids of the records whose index `name` holds `key`, oldest first. */
  find<T extends StoredRecord>(
    collection: Collection<T>,
    name: string,
    key: string,
  ): Promise<readonly string[]>
  /** All ids, oldest first. */
  ids<T extends StoredRecord>(collection: Collection<T>): Promise<readonly string[]>
  /** Waits for what is being written, and gives up the lock. */
  close(): Promise<void>
}

export interface StoredRecord {
  readonly id: string
}
export interface Versioned<T> {
  readonly value: T
  readonly version: number
}
export type Written<T> =
  /** `value`: what is stored now, as `read` would answer it. */
  | ({ readonly status: 'written' } & Versioned<T>)
  /** Someone else wrote since: read again. */
  | { readonly status: 'conflict' }
  /** Another record holds the key of a unique index. */
  | { readonly status: 'taken'; readonly index: string }

/** A kind of record: its name (a folder, a table) and what it can be found by. */
export interface Collection<T extends StoredRecord> {
  readonly name: string
  /** Index → the keys under which a record is found. */
  readonly indexes: Readonly<Record<string, (record: T) => readonly string[]>>
  /** Indexes of which no two records may hold the same key. */
  readonly unique: readonly string[]
  /** Phantom: the type of its records. */
  readonly record?: T
}

/** A collection of whatever records. */
export type AnyCollection = Omit<Collection<never>, 'record'>
