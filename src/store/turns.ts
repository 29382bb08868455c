/** Runs what concerns one key one after another; different keys do not wait for each other. */
export interface Turns {
  take<T>(key: string, run: () => Promise<T>): Promise<T>
  /** Whether something runs or waits for that key. */
  isTaken(key: string): boolean
  /** Resolves when nothing runs or waits. */
  idle(): Promise<void>
}

export function createTurns(): Turns {
  const last = new Map<string, Promise<unknown>>()
  return {
    take: (key, run) => {
      // Nobody is before: at once.
      const turn = last.get(key)?.then(run) ?? run()
      const leave = () => {
        if (last.get(key) === settled) last.delete(key)
      }
      const settled: Promise<void> = turn.then(leave, leave)
      last.set(key, settled)
      return turn
    },
    isTaken: (key) => last.has(key),
    idle: async () => {
      while (last.size > 0) await Promise.all(last.values())
    },
  }
}
