/** Runs few things at once, lets few wait, and refuses the rest (R-AUTH-23). */
export interface HashQueue {
  /** Undefined: too many wait already, and it was not run. */
  run<T>(task: () => Promise<T>): Promise<T | undefined>
  isFull(): boolean
}

export function createHashQueue(limits: {
  readonly atOnce: number
  readonly waiting: number
}): HashQueue {
  const waiting: (() => void)[] = []
  let running = 0
  const isFull = () => running >= limits.atOnce && waiting.length >= limits.waiting
  return {
    isFull,
    run: async (task) => {
      if (isFull()) return undefined
      // Whoever ends hands the place on, so that nobody slips in between.
      if (running >= limits.atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
      else running++
      try {
        return await task()
      } finally {
        const next = waiting.shift()
        if (next) next()
        else running--
      }
    },
  }
}
