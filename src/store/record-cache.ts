import type { Envelope } from './envelope.ts'

/** The records used last, so many and no more. */
export interface RecordCache {
  get(key: string): Envelope | undefined
  set(key: string, envelope: Envelope): void
  drop(key: string): void
}

export function createRecordCache(limit: number): RecordCache {
  // A Map remembers the order of insertion: what is used is put in again, the first is the one not used for longest.
  const records = new Map<string, Envelope>()
  const set = (key: string, envelope: Envelope) => {
    records.delete(key)
    records.set(key, envelope)
    const [oldest] = records.keys()
    if (records.size > limit && oldest !== undefined) records.delete(oldest)
  }
  return {
    get: (key) => {
      const envelope = records.get(key)
      if (envelope) set(key, envelope)
      return envelope
    },
    set,
    drop: (key) => {
      records.delete(key)
    },
  }
}
