import type { Collection, StoredRecord } from './store.ts'

/** The files of a journey as they were when something was sent with it (DESIGN.md, principle 8). The id is its hash. */
export interface Definition extends StoredRecord {
  readonly journey: string
  /** Path relative to the forms folder → text. */
  readonly files: Readonly<Record<string, string>>
}

export const definitions: Collection<Definition> = { name: 'journeys', indexes: {}, unique: [] }
