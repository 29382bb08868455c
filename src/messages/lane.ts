/** Runs so many things at once; the rest wait in order. */
export interface Lane {
  run<T>(job: () => Promise<T>): Promise<T>
}

export function createLane(limit: number): Lane {
  const waiting: (() => void)[] = []
  let running = 0
  return {
    run: async (job) => {
      if (running < limit) running++
      // Whoever finishes hands its place on.
      else await new Promise<void>((resolve) => waiting.push(resolve))
      try {
        return await job()
      } finally {
        const next = waiting.shift()
        if (next) next()
        else running--
      }
    },
  }
}
