import type { Envelope } from './envelope.ts'
import type { Journal } from './journal.ts'

/** How long a record may wait for its own file: milliseconds. */
const WAIT = 1000
/** How many files are written at once. */
const AT_ONCE = 8

export interface Place {
  readonly collection: string
  readonly id: string
  /** Names the record among those of all collections. */
  readonly key: string
}

/** Records whose newest state stands in the journal only. Each is written into its own file within a second or so. */
export interface WriteBehind {
  find(key: string): Envelope | undefined
  /** Only in the record's turn. `json`: the record's. Throws where the journal does not take it. */
  put(place: Place, envelope: Envelope, json: string): Promise<void>
  /** Only in the record's turn: its file holds what is newest. */
  settle(key: string): void
  /** Only in the record's turn, before its file goes: no line of the journal may bring it back. `last`: what it was. */
  bury(place: Place, last: Envelope): Promise<void>
  /** Writes all that waits. */
  flush(): Promise<void>
}

/** `writeFile` takes the record's turn, writes what waits for it, and throws where it cannot be written. */
export function createWriteBehind(
  journal: Journal,
  writeFile: (place: Place) => Promise<void>,
): WriteBehind {
  const waiting = new Map<string, Envelope>()
  /** Those of which the journal has lines: since it was turned over, and before. */
  let touched = new Map<string, Place>()
  let before: ReadonlyMap<string, Place> = new Map()
  let flushing: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined

  function schedule(): void {
    timer ??= setTimeout(() => {
      timer = undefined
      void flush()
    }, WAIT).unref()
  }

  async function writeAll(): Promise<void> {
    before = touched
    touched = new Map()
    const dropOld = journal.turnOver()
    try {
      const places = [...before.values()]
      for (let start = 0; start < places.length; start += AT_ONCE)
        await Promise.all(places.slice(start, start + AT_ONCE).map(writeFile))
      await dropOld()
    } catch {
      // The journal still has them all. The store knows that the disk refuses.
      touched = new Map([...before, ...touched])
    }
    before = new Map()
    if (touched.size > 0) schedule()
  }

  function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    flushing ??= writeAll().finally(() => {
      flushing = undefined
    })
    return flushing
  }

  return {
    find: (key) => waiting.get(key),
    put: async (place, envelope, json) => {
      const { collection, id, key } = place
      // First: a turn-over while the line is on its way must know of it.
      touched.set(key, place)
      schedule()
      await journal.append({ collection, id, version: envelope.version, envelope }, json)
      waiting.set(key, envelope)
      // Again: the line may stand in what was begun since.
      touched.set(key, place)
    },
    settle: (key) => void waiting.delete(key),
    bury: async ({ collection, id, key }, { version, order }) => {
      if (touched.has(key) || before.has(key))
        await journal.append({ collection, id, version: version + 1, order })
    },
    flush: async () => {
      await flushing
      if (touched.size > 0) await flush()
    },
  }
}
