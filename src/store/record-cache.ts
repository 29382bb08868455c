import type { Envelope } from './envelope.ts'

/** The records used last: so many at most, and at least half as many. */
export interface RecordCache {
  get(key: string): Envelope | undefined
  set(key: string, envelope: Envelope): void
  drop(key: string): void
}

export function createRecordCache(limit: number): RecordCache {
  // Two halves: once the newer one is full it becomes the older, and what nobody asked for in the meantime goes. What is
  // asked for every time is then found without being put in its place anew.
  let newer = new Map<string, Envelope>()
  let older = new Map<string, Envelope>()
  const set = (key: string, envelope: Envelope) => {
    newer.set(key, envelope)
    if (newer.size * 2 < limit) return
    older = newer
    newer = new Map()
  }
  return {
    get: (key) => {
      const known = newer.get(key)
      if (known) return known
      const before = older.get(key)
      if (before) set(key, before)
      return before
    },
    set,
    drop: (key) => {
      newer.delete(key)
      older.delete(key)
    },
  }
}
